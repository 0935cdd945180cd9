io.videogen.it.Stage.close(context) { stage ->
    assert stage.creates() == 1
    stage.assertNoClip('storm')
    stage.assertLogged('1 video has no clip')
    stage.assertLogged('the wind ran out" (code "out_of_wind")')
    def storm = stage.entry('storm')
    assert storm.path('status').asText() == 'failed'
    assert storm.path('error').path('code').asText() == 'out_of_wind'
    stage.assertLogged(storm.path('jobId').asText())
    stage.assertLogged('MojoFailureException')
}
