// Drawn clips: those of the stage's server have no frame that could be cut out.
io.videogen.it.Stage.openWithoutEndpoint(context, basedir)
true
