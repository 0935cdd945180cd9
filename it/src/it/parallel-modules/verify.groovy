io.videogen.it.Stage.close(context) { stage ->
    assert stage.creates() == 1
    ['north', 'south', 'east', 'west'].each { stage.module(it).assertClip('hero') }
    stage.assertNotLogged('not marked as @threadSafe')
    stage.assertNotLogged('not marked as thread-safe')
}
