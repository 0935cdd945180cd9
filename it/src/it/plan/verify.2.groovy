io.videogen.it.Stage.step(context) { stage ->
    assert stage.creates() == 1
    stage.assertLogged('hero: cached')
    stage.assertNotLogged('teaser')
}
