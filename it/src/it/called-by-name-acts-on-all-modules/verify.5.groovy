io.videogen.it.Stage.step(context) { stage ->
    assert stage.creates() == 1
    stage.assertClip('video')
    stage.module('shop').assertNoClip('video')
}
