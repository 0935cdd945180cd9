io.videogen.it.Stage.open(context, basedir)
def properties = io.videogen.it.Stage.properties(context)
properties.setProperty('videogen.prompt', 'A cat on a beach')
properties.setProperty('videogen.name', 'cat')
properties.setProperty('videogen.model', 'sora-2')
properties.setProperty('videogen.size', '320x240')
true
