io.videogen.it.Stage.step(context) { stage ->
    assert stage.requests() == 0
    stage.assertLogged('is declared differently from what was locked in')
    stage.assertLogged('videogen.writeLock')
}
