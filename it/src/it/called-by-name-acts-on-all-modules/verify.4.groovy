io.videogen.it.Stage.step(context) { stage ->
    assert stage.requests() == 0
    stage.assertLogged('intro: cached')
    stage.assertNotLogged('hero')
    // What the mojos say that are made for each execution goes to Maven's log.
    stage.assertLogged('[INFO] blog (extra): Skipping: none of the videos declared here ("night")')
    stage.assertNotLogged('[info]')
    stage.assertLogged('[INFO] 0 new jobs, 0 new seconds')
}
