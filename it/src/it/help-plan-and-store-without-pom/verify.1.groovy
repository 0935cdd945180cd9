io.videogen.it.Stage.step(context) { stage ->
    assert stage.requests() == 0
    ['videogen:generate', 'videogen:plan', 'videogen:serve', 'videogen:store', 'videogen:help'].each { stage.assertLogged(it) }
    stage.assertLogged('User property: videogen.maxNewSeconds')
}
