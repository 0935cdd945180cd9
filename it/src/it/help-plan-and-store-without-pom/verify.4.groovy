io.videogen.it.Stage.step(context) { stage ->
    assert stage.requests() == 0
    stage.assertLogged('Nothing is known of the job "video_unknown"')
}
