// Each invocation was checked by a script of its own.
io.videogen.it.Stage.close(context) { stage -> }
