io.videogen.it.Stage.close(context) { stage ->
    assert stage.creates() == 1
    stage.assertClip('hero')
    stage.assertLogged('The name "Hero" stands for two different requests in this build (first as "hero")')
    stage.assertLogged('MojoFailureException')
}
