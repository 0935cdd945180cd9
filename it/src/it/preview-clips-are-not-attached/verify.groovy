io.videogen.it.Stage.close(context) { stage ->
    stage.assertLogged('Preview clips are not attached')
    stage.assertNoClip('hero')
}
