io.videogen.it.Stage.step(context) { stage ->
    assert stage.creates() == 1
    stage.module('blog').assertClip('unused')
}
