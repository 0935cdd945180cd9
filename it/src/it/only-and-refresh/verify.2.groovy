io.videogen.it.Stage.step(context) { stage ->
    assert stage.creates() == 1
    stage.assertLogged('1 rendered, 1 cached')
}
