io.videogen.it.Stage.step(context) { stage ->
    assert stage.creates() == 0
    assert stage.file('target/classes/videos').toFile().list().sort() == ['lantern.jpg', 'lantern.mp4', 'teaser.jpg', 'teaser.mp4']
    assert stage.manifest().path('videos').size() == 2
}
