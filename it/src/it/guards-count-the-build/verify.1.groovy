// Called by name, all is planned first: three jobs are more than the two that the blog allows.
io.videogen.it.Stage.step(context) { stage ->
    assert stage.requests() == 0
    stage.assertLogged('would create "3" new jobs, and videogen.maxNewJobs allows "2"')
}
