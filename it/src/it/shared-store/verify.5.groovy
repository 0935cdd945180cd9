io.videogen.it.Stage.step(context) { stage ->
    assert stage.requests() == 0
    stage.assertLogged('nothing was bought')
    stage.assertLogged('status 500')
}
