io.videogen.it.Stage.step(context) { stage ->
    stage.assertNotLogged('created')
    stage.assertLogged('Video "landing" continues "fligth"')
    stage.assertLogged('Did you mean "flight"?')
}
