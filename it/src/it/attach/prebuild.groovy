io.videogen.it.Stage.open(context, basedir, io.videogen.preview.api.Api.NEW_API)
new File(localRepositoryPath, 'io/videogen/it/attach').deleteDir()
true
