io.videogen.it.Stage.step(context) { stage ->
    assert stage.requests() == 0
    stage.assertLogged('Skipping: videogen.skip is true.')
}
