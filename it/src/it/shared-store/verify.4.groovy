io.videogen.it.Stage.step(context) { stage ->
    stage.assertLogged('Shared store: s3://clips/team')
    stage.assertLogged('hero: sora-2, 320x240')
    context.get('storage').script({ method, key -> io.videogen.store.s3.FakeS3.Fault.ERROR_BEFORE }
            as io.videogen.store.s3.FakeS3.Script)
}
