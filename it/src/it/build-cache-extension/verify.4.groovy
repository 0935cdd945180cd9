// A build that deploys refuses the previews that are kept.
io.videogen.it.Stage.step(context) { stage ->
    stage.assertLogged('Preview clips are not allowed in this build')
}
