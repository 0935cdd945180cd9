io.videogen.it.Stage.close(context) { stage ->
    assert stage.creates() == 2
    stage.assertClip('hero')
    stage.assertClip('teaser')
    assert stage.manifest().path('videos').size() == 2
}
