io.videogen.it.Stage.close(context) { stage ->
    assert stage.creates() == 1
    def clip = stage.assertClip('hero')
    assert clip.path('source').asText() == 'rendered'
    assert clip.path('prompt').asText() == 'A lantern on a pier'
    assert clip.path('width').asInt() == 320
    stage.assertLogged('1 rendered, 0 cached, 0 resumed, 0 failed; 4 seconds bought')
    stage.assertLogged('Gallery: ' + stage.file('target/videogen/index.html'))
    assert stage.file('target/videogen/index.html').toFile().text.contains('A lantern on a pier')
}
