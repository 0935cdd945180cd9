io.videogen.it.Stage.step(context) { stage ->
    assert stage.requests() == 0
    stage.assertClip('hero')
    stage.assertLogged('Found cached build, restoring')
    stage.assertNotLogged('1 cached')
}
