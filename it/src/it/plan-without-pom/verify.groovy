io.videogen.it.Stage.close(context) { stage ->
    assert stage.requests() == 0
    stage.assertLogged('[INFO] cat: new')
    stage.assertLogged('[INFO] 1 new jobs, 4 new seconds')
    assert !stage.file('target/videogen').toFile().exists()
    assert !stage.cache().toFile().exists()
}
