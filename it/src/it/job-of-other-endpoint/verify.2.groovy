io.videogen.it.Stage.step(context) { stage ->
    assert stage.requests() == 0
    assert stage.server().otherOriginRequests().isEmpty()
    stage.assertLogged('at "' + stage.server().baseUrl() + '" (api "openai"), and this build uses "'
            + stage.server().otherOrigin() + '"')
    stage.assertLogged('It was or may have been paid there')
}
