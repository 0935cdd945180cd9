io.videogen.it.Stage.step(context) { stage ->
    assert stage.creates() == 1
    stage.module('blog').assertClip('night')
    stage.module('blog').assertNoClip('intro')
    stage.module('shop').assertNoClip('hero')
}
