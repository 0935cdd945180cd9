// What is misspelt hides that the module declares anything: no all-clear.
io.videogen.it.Stage.step(context) { stage ->
    assert stage.requests() == 0
    stage.assertLogged('The <configuration> in the POM of "typo" has <vidoes>, which no goal of the plugin has. Did you mean <videos>?')
}
