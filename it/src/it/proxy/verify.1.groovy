io.videogen.it.Stage.step(context) { stage ->
    // One create got through; a refused one may have come before it.
    assert stage.server().jobsCreated() == 1
    stage.assertClip('hero')
    def login = 'Basic ' + 'builder:proxy-password'.bytes.encodeBase64()
    assert stage.received().findAll { it.header('Proxy-Authorization').present }
            .every { it.header('Proxy-Authorization').get() == login }
}
