// A build with previews is not restored as a real one.
io.videogen.it.Stage.step(context) { stage ->
    assert stage.creates() == 1
    assert stage.assertClip('hero').path('source').asText() == 'rendered'
}
