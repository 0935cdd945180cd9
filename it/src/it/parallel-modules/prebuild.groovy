// Slow enough for the modules to meet.
io.videogen.it.Stage.open(context, basedir).script().pollsUntilDone(5)
true
