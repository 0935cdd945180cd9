io.videogen.it.Stage.step(context) { stage ->
    assert stage.creates() == 1
    stage.assertClip('hero')
    assert context.get('storage').keys().any { it.startsWith('team/files/') }
    assert context.get('storage').keys().any { it.startsWith('team/jobs/') }
    // mvn -X: neither keys nor signatures.
    ['the-access-key', 'the-secret-key', 'AWS4-HMAC'].each { stage.assertNotLogged(it) }
    io.videogen.it.Stage.properties(context).setProperty('videogen.cacheDirectory', stage.file('cache-2').toString())
    stage.file('target/videogen/hero.mp4').toFile().delete()
    context.get('storage').forgetRequests()
}
