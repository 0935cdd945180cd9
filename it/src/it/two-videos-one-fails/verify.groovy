io.videogen.it.Stage.close(context) { stage ->
    assert stage.creates() == 2
    stage.assertClip('hero')
    stage.assertNoClip('storm')
    assert stage.entry('storm').path('status').asText() == 'failed'
    stage.assertLogged('1 rendered, 0 cached, 0 resumed, 1 failed')
    stage.assertLogged('storm: ')
    stage.assertLogged('the wind ran out')
}
