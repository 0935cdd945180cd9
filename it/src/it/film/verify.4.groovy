io.videogen.it.Stage.step(context) { stage ->
    assert stage.log().contains('Preview clips are not attached')
    assert !stage.file('target/videogen/launch.mp4').toFile().exists()
}
