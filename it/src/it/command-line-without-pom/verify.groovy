io.videogen.it.Stage.close(context) { stage ->
    assert stage.creates() == 1
    def clip = stage.assertClip('video')
    assert clip.path('prompt').asText() == 'A cat on a beach'
    assert (basedir.list() as Set).containsAll(['target', 'cache'])
    assert !new File(basedir, '${project.basedir}').exists()
}
