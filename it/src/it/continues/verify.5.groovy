io.videogen.it.Stage.step(context) { stage ->
    assert stage.requests() == 0
    stage.assertLogged('Video "landing" continues "fligth"')
    stage.assertLogged('Did you mean "flight"?')
}
