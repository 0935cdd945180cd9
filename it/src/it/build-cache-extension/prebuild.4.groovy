io.videogen.it.Stage.properties(context).remove('videogen.endpoint')
true
