io.videogen.it.Stage.step(context) { stage ->
    stage.assertLogged('2 preview clips, 0 failed')
    stage.assertNotLogged('created')
}
