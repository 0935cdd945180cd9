io.videogen.it.Stage.close(context) { stage ->
    assert stage.requests() == 0
    def clip = stage.assertClip('hero')
    assert clip.path('source').asText() == 'preview'
    assert clip.path('width').asInt() == 320
    assert clip.path('height').asInt() == 240
    assert Math.abs(clip.path('durationSeconds').asDouble() - 1) <= 1 / 24
    stage.assertLogged('PREVIEW clips are drawn on this machine')
    stage.assertLogged('1 preview clip')
}
