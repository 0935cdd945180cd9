io.videogen.it.Stage.step(context) { stage ->
    assert stage.requests() == 0
    stage.assertLogged('"extras"')
    stage.assertLogged('clips, extra, off')
}
