io.videogen.it.Stage.open(context, basedir)
true
