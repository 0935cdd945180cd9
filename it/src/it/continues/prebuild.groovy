io.videogen.it.Stage.open(context, basedir, io.videogen.preview.api.Api.OPENROUTER)
true
