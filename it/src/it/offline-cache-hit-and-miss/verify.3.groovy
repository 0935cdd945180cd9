io.videogen.it.Stage.step(context) { stage ->
    assert stage.requests() == 0
    stage.assertClip('hero')
    stage.assertNoClip('teaser')
    stage.assertLogged('The video "teaser" is not in the store, and the build is offline. Nothing was sent')
    stage.assertLogged('MojoFailureException')
}
