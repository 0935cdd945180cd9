io.videogen.it.Stage.close(context) { stage ->
    assert stage.creates() == 1
    stage.assertClip('hero')
    stage.assertNotLogged('Plugin validation issues')
    stage.assertNotLogged('plugin validation issues')
    assert !(stage.log() =~ /WARNING.*videogen-maven-plugin/)
}
