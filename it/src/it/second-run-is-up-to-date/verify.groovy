io.videogen.it.Stage.close(context) { stage ->
    assert stage.creates() == 1
    def clip = stage.assertClip('hero')
    assert clip.path('source').asText() == 'cache'
    stage.assertLogged('0 rendered, 1 cached, 0 resumed, 0 failed; 0 seconds bought')
}
