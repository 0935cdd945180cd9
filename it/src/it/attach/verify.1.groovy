io.videogen.it.Stage.step(context) { stage ->
    assert stage.creates() == 2
    ['hero', 'teaser-1', 'teaser-2'].each { name ->
        stage.assertClip(name)
        def installed = new File(localRepositoryPath, "io/videogen/it/attach/1.0/attach-1.0-${name}.mp4")
        assert installed.bytes == stage.file("target/videogen/${name}.mp4").toFile().bytes
    }
    ['launch.mp4', 'launch-9x16.mp4', 'launch.jpg', 'launch.vtt'].each { name ->
        def installed = new File(localRepositoryPath, "io/videogen/it/attach/1.0/attach-1.0-${name}")
        assert installed.length() > 0
        assert installed.bytes == stage.file("target/videogen/${name}").toFile().bytes
    }
}
