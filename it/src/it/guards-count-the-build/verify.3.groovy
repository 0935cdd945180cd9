io.videogen.it.Stage.step(context) { stage ->
    assert stage.creates() == 1
    ['hero', 'teaser'].each { stage.module('shop').assertClip(it) }
    stage.module('blog').assertClip('night')
}
