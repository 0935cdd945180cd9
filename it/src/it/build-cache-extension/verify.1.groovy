io.videogen.it.Stage.step(context) { stage ->
    assert stage.assertClip('hero').path('source').asText() == 'preview'
    stage.assertLogged('Saved Build to local file')
}
