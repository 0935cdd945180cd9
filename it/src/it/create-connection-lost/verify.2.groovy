io.videogen.it.Stage.step(context) { stage ->
    assert stage.creates() == 0
    assert stage.entry('hero').path('status').asText() == 'unknown'
    stage.assertLogged('its outcome is unknown')
}
