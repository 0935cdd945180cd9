io.videogen.it.Stage.open(context, basedir)
context.get('userProperties').put('videogen.prompt', 'A cat on a beach')
true
