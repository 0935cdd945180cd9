// Straight to the server, with clips behind a signed URL.
def stage = io.videogen.it.Stage.of(context)
stage.script().clearFaults()
stage.script().mode(io.videogen.preview.script.ReplyMode.SIGNED_URL_EXPIRED)
io.videogen.it.Stage.properties(context).setProperty('videogen.endpoint', stage.server().baseUrl())
true
