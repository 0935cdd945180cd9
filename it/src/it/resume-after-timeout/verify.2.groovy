io.videogen.it.Stage.step(context) { stage ->
    assert stage.requests() == 0
    stage.assertLogged('hero: resume ' + context.get('job'))
    stage.assertLogged('0 new jobs, 0 new seconds')
    stage.assertLogged('1 job in flight')
}
