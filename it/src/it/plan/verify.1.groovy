io.videogen.it.Stage.step(context) { stage ->
    assert stage.requests() == 0
    stage.assertLogged('hero: new')
    stage.assertLogged('teaser: new')
    stage.assertLogged('2 new jobs, 8 new seconds')
    assert !stage.file('target/videogen').toFile().exists()
    assert !stage.cache().toFile().exists()
}
