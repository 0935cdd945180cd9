// The lock decides, not the endpoint: the approved clips, no preview.
io.videogen.it.Stage.step(context) { stage ->
    assert stage.requests() == 0
    assert stage.file('target/classes/videos').toFile().list().sort() == ['hero.jpg', 'hero.mp4', 'teaser.jpg', 'teaser.mp4']
    stage.assertNotLogged('PREVIEW')
    stage.assertLogged('1 cached')
}
