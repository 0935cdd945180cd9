io.videogen.it.Stage.close(context) { stage ->
    assert stage.requests() == 0
    stage.assertNoClip('hero')
    stage.assertLogged('MojoFailureException')
    assert stage.log() =~ /(?i)offline/
}
