io.videogen.it.Stage.open(context, basedir)
context.get('userProperties').put('videogen.api', 'new-api')
true
