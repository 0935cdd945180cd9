io.videogen.it.Stage.step(context) { stage ->
    assert stage.creates() == 1
    stage.assertLogged('[INFO] cat: new')
    stage.assertLogged('1 clip, ')
    stage.assertLogged('cat: sora-2, 320x240, ')
    stage.assertLogged('0 jobs in flight')
}
