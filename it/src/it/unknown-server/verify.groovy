io.videogen.it.Stage.close(context) { stage ->
    assert stage.requests() == 0
    stage.assertLogged('No server with the id "nobody" is in settings.xml')
}
