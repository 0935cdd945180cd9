io.videogen.it.Stage.step(context) { stage ->
    stage.assertLogged('Preview clips are not allowed in this build (videogen.allowPreview)')
    stage.assertLogged('deploys')
    stage.assertNoClip('hero')
    stage.assertNotLogged('maven-deploy-plugin:3.1.4:deploy (')
}
