io.videogen.it.Stage.close(context) { stage ->
    assert stage.creates() == 1
    stage.assertClip('hero')
    stage.assertLogged('[DEBUG]')
    stage.assertNotLogged('sk-of-settings-xml')
    ['target', 'cache'].each { folder ->
        stage.file(folder).toFile().eachFileRecurse(groovy.io.FileType.FILES) { file ->
            assert !file.getText('ISO-8859-1').contains('sk-of-settings-xml')
        }
    }
}
