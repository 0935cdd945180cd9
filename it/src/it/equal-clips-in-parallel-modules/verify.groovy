io.videogen.it.Stage.close(context) { stage ->
    assert stage.creates() == 1
    def digests = ['target', 'a/target', 'b/target'].collect { target ->
        def bytes = stage.file(target + '/videogen/hero.mp4').toFile().bytes
        java.util.HexFormat.of().formatHex(java.security.MessageDigest.getInstance('SHA-256').digest(bytes))
    }
    assert digests.toSet().size() == 1
    stage.assertNotLogged('not marked as @threadSafe')
}
