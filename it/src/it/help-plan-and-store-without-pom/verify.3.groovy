io.videogen.it.Stage.step(context) { stage ->
    assert stage.requests() == 0
    stage.assertLogged('Removed 1 clip')
    stage.assertLogged('0 clips, ')
}
