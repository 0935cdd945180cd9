io.videogen.it.Stage.step(context) { stage ->
    assert stage.assertClip('hero').path('source').asText() == 'preview'
}
