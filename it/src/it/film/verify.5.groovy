// Refused, and what an earlier run made does not stay.
io.videogen.it.Stage.step(context) { stage ->
    assert stage.log().contains('Film "launch" holds preview clips, which are not allowed in this build')
    assert !stage.file('target/videogen/launch.mp4').toFile().exists()
    assert stage.manifest().path('films').size() == 0
    assert stage.file('target/videogen/hero.mp4').toFile().exists()
}
