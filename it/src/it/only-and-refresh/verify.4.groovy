io.videogen.it.Stage.step(context) { stage ->
    assert stage.requests() == 0
    stage.assertLogged('none of the videos declared here ("hero", "teaser") is named in videogen.only ("herp")')
}
