io.videogen.it.Stage.step(context) { stage ->
    assert stage.creates() == 1
    stage.assertClip('hero')
}
