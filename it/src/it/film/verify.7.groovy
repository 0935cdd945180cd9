io.videogen.it.Stage.step(context) { stage ->
    assert stage.log() =~ /\d+ pieces of 1 film, \d+\.\d kB/
    assert stage.log() =~ /launch: \d+, \d+\.\d kB, last used .+ ago/
    assert stage.log() =~ /ffmpeg-\d\S+, \d+\.\d MB, last used .+ ago, current/
    assert stage.cache().resolve('film/launch').toFile().list().length > 0
}
