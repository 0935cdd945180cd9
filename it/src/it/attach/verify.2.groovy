io.videogen.it.Stage.step(context) { stage ->
    assert stage.requests() == 0
    stage.assertNoClip('hero')
    stage.assertLogged('Preview clips are not attached')
    assert !new File(localRepositoryPath, 'io/videogen/it/attach').exists()
}
