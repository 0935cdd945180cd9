io.videogen.it.Stage.open(context, basedir)
context.get('userProperties').putAll(['videogen.prompt': 'A cat on a beach', 'videogen.name': 'cat', 'videogen.seconds': '4'])
true
