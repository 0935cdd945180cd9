io.videogen.it.Stage.step(context) { stage ->
    def creates = stage.received().findAll { it.method() == 'POST' }
    assert creates.size() == 2
    assert creates[0].fields().get('prompt') == 'A gull flies over the pier'
    assert !creates[0].body().contains('frame_images')
    assert creates[1].fields().get('prompt') == 'It lands'
    assert creates[1].body().contains('"frame_type":"first_frame"')
    assert creates[1].body().contains('data:image/png;base64,')
    stage.assertClip('flight')
    stage.assertClip('landing')
    stage.assertLogged('8 seconds bought for 0.50 USD')
}
