// A guard that is misspelt would guard nothing. A property that is like no goal's is the build's own.
io.videogen.it.Stage.step(context) { stage ->
    assert stage.requests() == 0
    stage.assertLogged('has -Dvideogen.maxNewJob, which no goal of the plugin reads. Did you mean -Dvideogen.maxNewJobs?')
    stage.assertNotLogged('has -Dvideogen.version')
}
