io.videogen.it.Stage.openWithoutEndpoint(context, basedir)
io.videogen.it.Stage.properties(context).setProperty('maven.build.cache.location', new File(basedir, 'build-cache').path)
true
