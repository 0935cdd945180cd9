io.videogen.it.DocumentedSnippets.write(io.videogen.it.Stage.openWithoutEndpoint(context, basedir), basedir.toPath())
true
