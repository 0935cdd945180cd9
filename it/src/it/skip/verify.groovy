io.videogen.it.Stage.close(context) { stage ->
    assert stage.requests() == 0
    stage.assertLogged('Skipping: videogen.skip is true.')
    assert !stage.file('target/videogen').toFile().exists()
    assert !stage.cache().toFile().exists()
}
