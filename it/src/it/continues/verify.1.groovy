io.videogen.it.Stage.step(context) { stage ->
    assert stage.requests() == 0
    stage.assertLogged('The video "landing" continues "flight", of which there is no clip')
}
