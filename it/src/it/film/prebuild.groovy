io.videogen.it.Stage.openWithoutEndpoint(context, basedir)
true
