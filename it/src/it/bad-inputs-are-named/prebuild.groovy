// In the POM: on the command line it would win over the bad ones.
def stage = io.videogen.it.Stage.openWithoutEndpoint(context, basedir)
io.videogen.it.Stage.properties(context).setProperty('gateway', stage.server().baseUrl())
true
