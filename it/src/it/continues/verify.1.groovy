io.videogen.it.Stage.step(context) { stage ->
    stage.assertNotLogged('created')
    stage.assertLogged('The video "landing" continues "flight", of which there is no clip')
}
