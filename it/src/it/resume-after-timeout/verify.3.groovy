io.videogen.it.Stage.step(context) { stage ->
    assert stage.creates() == 0
    def hero = stage.assertClip('hero')
    assert hero.path('source').asText() == 'resumed'
    assert hero.path('jobId').asText() == context.get('job')
    stage.assertLogged('0 rendered, 0 cached, 1 resumed, 0 failed; 0 seconds bought')
}
