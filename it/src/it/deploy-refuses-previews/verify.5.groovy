io.videogen.it.Stage.step(context) { stage ->
    stage.assertLogged('Preview clips are not allowed in this build (videogen.allowPreview)')
    stage.assertNoClip('hero')
}
