import io.videogen.preview.script.Faults
import io.videogen.preview.script.Operation
import io.videogen.preview.script.ReplyMode
def script = io.videogen.it.Stage.open(context, basedir).script()
script.on(Operation.STATUS, 3, Faults.status(503))
script.modeFor('tram', ReplyMode.CONTENT_RESUMABLE)
true
