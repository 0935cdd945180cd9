io.videogen.it.Stage.step(context) { stage ->
    assert stage.creates() == 1
    stage.assertNoClip('hero')
    assert stage.entry('hero').path('status').asText() == 'unknown'
    stage.assertLogged('its outcome is unknown')
    stage.assertLogged('videogen.resubmit')
}
