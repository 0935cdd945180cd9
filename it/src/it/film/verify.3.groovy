io.videogen.it.Stage.step(context) { stage ->
    assert stage.log().contains('launch: up to date')
    assert !stage.log().contains('segments')
}
