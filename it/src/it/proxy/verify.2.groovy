io.videogen.it.Stage.step(context) { stage ->
    assert stage.requests() == 0
    stage.assertNoClip('hero')
    stage.assertLogged('Latest trouble: create failed (The endpoint "http://gateway.example.invalid" could not be reached')
}
