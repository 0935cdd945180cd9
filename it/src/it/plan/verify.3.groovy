io.videogen.it.Stage.step(context) { stage ->
    assert stage.requests() == 0
    stage.assertLogged('hero: cached')
    stage.assertLogged('teaser: new')
    stage.assertLogged('1 new job, 4 new seconds')
}
