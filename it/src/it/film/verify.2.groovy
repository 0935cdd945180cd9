// A changed caption costs the segment in which it is seen.
io.videogen.it.Stage.step(context) { stage ->
    assert stage.log().contains('launch: 3 segments, 2 of them kept from before')
    assert stage.file('target/videogen/launch.vtt').toFile().text.contains('Another')
}
