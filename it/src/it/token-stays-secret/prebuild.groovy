io.videogen.it.Stage.open(context, basedir).script().requireToken('sk-of-settings-xml')
true
