io.videogen.it.Stage.of(context).script().clearFaults()
true
