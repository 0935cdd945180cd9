io.videogen.it.Stage.step(context) { stage ->
    stage.assertLogged('2 preview clips, 0 failed')
    def log = stage.log()
    assert log.indexOf('flight: preview drawn') < log.indexOf('landing: job')
    assert stage.file('target/videogen/flight.mp4').toFile().length() > 0
    assert stage.file('target/videogen/landing.mp4').toFile().length() > 0
}
