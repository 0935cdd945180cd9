io.videogen.it.Stage.properties(context).setProperty('settings.security', new File(basedir, 'no-security.xml').path)
io.videogen.it.Stage.properties(context).setProperty('videogen.refresh', 'true')
true
