// Prompts, endpoint, job ids and times are in the report alone, which does not ship.
io.videogen.it.Stage.step(context) { stage ->
    assert stage.creates() == 2
    assert stage.file('target/classes/videos').toFile().list().sort() == ['hero.jpg', 'hero.mp4', 'teaser.jpg', 'teaser.mp4']
    assert stage.entry('hero').path('file').asText() == '../classes/videos/hero.mp4'
    assert stage.file('target/videogen/index.html').toFile().text.contains('../classes/videos/hero.mp4')
}
