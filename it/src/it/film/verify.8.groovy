io.videogen.it.Stage.step(context) { stage ->
    assert stage.log() =~ /Removed \d+ pieces of 1 film/
    assert stage.cache().resolve('film/launch').toFile().exists() == false
}
