// Drawn clips, cut into a film that says in each place what it is made of.
io.videogen.it.Stage.step(context) { stage ->
    assert stage.log().contains('launch: 3 segments, 0 of them kept from before')
    def film = stage.manifest().path('films').get(0)
    assert film.path('name').asText() == 'launch'
    assert film.path('preview').asBoolean()
    assert film.path('files').collect { it.path('file').asText() } == ['launch.mp4', 'launch.jpg', 'launch.vtt']
    assert film.path('shots').collect { it.path('from').asDouble() } == [0.0d, 0.75d]
    film.path('files').each { assert stage.file("target/videogen/${it.path('file').asText()}").toFile().length() == it.path('bytes').asLong() }
    def page = stage.file('target/videogen/index.html').toFile().text
    assert page.indexOf('launch.mp4') < page.indexOf('hero.mp4')
    assert page.contains('#t=0.75')
}
