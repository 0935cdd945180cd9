io.videogen.it.Stage.step(context) { stage ->
    assert stage.requests() == 0
    stage.assertLogged('The name "herp" in videogen.only is none of the videos of this build. Did you mean "hero"?')
}
