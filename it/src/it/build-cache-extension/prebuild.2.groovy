def stage = io.videogen.it.Stage.of(context)
io.videogen.it.Stage.properties(context).setProperty('videogen.endpoint', stage.server().baseUrl())
true
