io.videogen.it.Stage.step(context) { stage ->
    assert stage.requests() == 0
    assert stage.log() =~ /(?i)(can not be decrypted|could not decrypt password)/
}
