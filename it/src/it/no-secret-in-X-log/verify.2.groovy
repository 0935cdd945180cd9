io.videogen.it.Stage.step(context) { stage ->
    stage.assertClip('hero')
    assert stage.received().any { it.query().contains('signature=') }
    def login = 'builder:proxy-password'.bytes.encodeBase64().toString()
    stage.assertNowhere(['secret-token', 'proxy-password', login, 'signature='], 'build.log', 'target', 'cache')
    stage.assertLogged('[DEBUG]')
}
