io.videogen.it.Stage.close(context) { stage ->
    assert stage.creates() == 2
    def installed = new File(localRepositoryPath, 'io/videogen/it/attached-clips-are-installed/1.0')
    ['hero', 'teaser-1', 'teaser-2'].each { name ->
        stage.assertClip(name)
        def artifact = new File(installed, "attached-clips-are-installed-1.0-${name}.mp4")
        assert artifact.bytes == stage.file("target/videogen/${name}.mp4").toFile().bytes
    }
}
