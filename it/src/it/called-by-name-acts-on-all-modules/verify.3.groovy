io.videogen.it.Stage.step(context) { stage ->
    assert stage.creates() == 2
    ['hero', 'teaser'].each { stage.module('shop').assertClip(it) }
    ['intro', 'night'].each { stage.module('blog').assertClip(it) }
    stage.module('blog').assertNoClip('unused')
}
