io.videogen.it.Stage.step(context) { stage ->
    assert stage.requests() == 0
    stage.assertLogged('intro: cached')
    stage.assertLogged('night: cached')
    stage.assertNotLogged('hero')
    stage.assertLogged('[INFO] 0 new jobs, 0 new seconds')
}
