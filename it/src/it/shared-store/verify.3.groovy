io.videogen.it.Stage.step(context) { stage ->
    assert stage.requests() == 0
    stage.assertLogged('hero: cached')
    stage.assertLogged('0 new jobs, 0 new seconds')
    assert !java.nio.file.Files.exists(stage.file('cache-3'))
}
