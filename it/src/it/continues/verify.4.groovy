io.videogen.it.Stage.step(context) { stage ->
    assert stage.requests() == 0
    stage.assertLogged('landing: new')
    stage.assertLogged('flight: new')
}
