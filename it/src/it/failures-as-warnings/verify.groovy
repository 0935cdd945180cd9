io.videogen.it.Stage.close(context) { stage ->
    assert stage.creates() == 1
    assert stage.log() =~ /WARNING.*storm: .*the wind ran out/
    stage.assertNoClip('storm')
}
