io.videogen.it.Stage.step(context) { stage ->
    stage.assertLogged('landing: new')
    stage.assertLogged('flight: new')
}
