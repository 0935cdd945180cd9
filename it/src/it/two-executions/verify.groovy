io.videogen.it.Stage.close(context) { stage ->
    assert stage.creates() == 2
    assert stage.assertClip('hero').path('seconds').asText() == '4'
    assert stage.assertClip('teaser').path('seconds').asText() == '8'
    assert stage.manifest().path('videos').size() == 2
    def gallery = stage.file('target/videogen/index.html').toFile().text
    assert gallery.contains('A lantern on a pier') && gallery.contains('A tram in the rain')
}
