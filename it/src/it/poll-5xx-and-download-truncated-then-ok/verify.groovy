io.videogen.it.Stage.close(context) { stage ->
    assert stage.creates() == 2
    stage.assertClip('hero')
    stage.assertClip('teaser')
    assert stage.received().count { it.path().endsWith('/content') } > 2
    stage.assertLogged('(HTTP 503')
    assert stage.file('target/videogen').toFile().list().toList().every { it =~ /[.](mp4|jpg|png|webp|json|html)$/ }
}
