io.videogen.it.Stage.step(context) { stage ->
    assert stage.creates() == 1
    stage.assertNoClip('hero')
    def hero = stage.entry('hero')
    assert hero.path('status').asText() == 'timeout'
    stage.assertLogged('The job "' + hero.path('jobId').asText() + '" of video "hero" was not finished within "5s"')
    stage.assertLogged('Run the same command again to take it up')
    stage.assertLogged('MojoFailureException')
    context.put('job', hero.path('jobId').asText())
}
