io.videogen.it.Stage.properties(context).remove('videogen.endpoint')
new File(localRepositoryPath, 'io/videogen/it/attach').deleteDir()
true
