io.videogen.it.Stage.step(context) { stage ->
    assert stage.log().contains('"lunch" in videogen.films is none of the films of this build. Did you mean "launch"?')
}
