// A run of some videos removes nothing.
io.videogen.it.Stage.step(context) { stage ->
    assert stage.creates() == 0
    assert stage.file('target/classes/videos').toFile().list().sort() == ['hero.jpg', 'hero.mp4', 'lantern.jpg', 'lantern.mp4', 'teaser.jpg', 'teaser.mp4']
}
