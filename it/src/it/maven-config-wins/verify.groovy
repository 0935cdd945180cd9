io.videogen.it.Stage.close(context) { stage ->
    assert stage.requests() == 0
    stage.assertLogged('The build is frozen')
}
