io.videogen.it.Stage.close(context) { stage ->
    assert stage.requests() == 0
    def modules = io.videogen.it.DocumentedSnippets.modules(basedir.toPath())
    assert modules.size() > 20
    // Twice: with and without the profile.
    modules.each { assert (stage.log() =~ ('(?m)^\\[INFO\\] ' + it + '( \\([^)]*\\))?$')).size() == 2 : it }
    stage.assertNotLogged('declares no video')
}
