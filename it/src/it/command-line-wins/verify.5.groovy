// A blank value counts as unset: the POM's endpoint holds.
io.videogen.it.Stage.step(context) { stage ->
    assert stage.creates() == 1
    assert stage.assertClip('hero').path('seconds').asText() == '8'
}
