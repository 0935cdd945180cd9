io.videogen.it.Stage.step(context) { stage ->
    assert stage.requests() == 0
    def lock = stage.file('src/videogen.lock').toFile().text
    assert lock.contains('"hero"') && lock.contains('"teaser"') && lock.count('"sha256"') == 2
}
