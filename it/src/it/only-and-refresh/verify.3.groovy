io.videogen.it.Stage.step(context) { stage ->
    assert stage.creates() == 1
    assert stage.received().find { it.method() == 'POST' }.fields().get('prompt') == 'A tram in the rain'
    assert stage.assertClip('hero').path('source').asText() == 'cache'
    assert stage.assertClip('teaser').path('source').asText() == 'rendered'
}
