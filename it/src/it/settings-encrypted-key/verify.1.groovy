io.videogen.it.Stage.step(context) { stage ->
    assert stage.creates() == 1
    stage.assertClip('hero')
    assert stage.received().every { it.header('Authorization').get() == 'Bearer token-kept-encrypted' }
}
