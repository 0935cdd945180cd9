io.videogen.it.Stage.step(context) { stage ->
    assert stage.requests() == 0
    stage.assertLogged('No server with the id "gatevay" is in settings.xml')
    stage.assertLogged('MojoFailureException')
}
