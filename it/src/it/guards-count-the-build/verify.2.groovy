// In the lifecycle, what came first stands.
io.videogen.it.Stage.step(context) { stage ->
    assert stage.creates() == 2
    stage.assertLogged('videogen.maxNewJobs allows "2"')
}
