io.videogen.it.Stage.step(context) { stage ->
    assert stage.requests() == 0
    assert stage.assertClip('hero').path('source').asText() == 'rendered'
    stage.assertLogged('Found cached build, restoring')
    stage.assertNotLogged('1 cached')
}
