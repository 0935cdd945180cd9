import io.videogen.preview.script.Faults
import io.videogen.preview.script.Operation
io.videogen.it.Stage.open(context, basedir, io.videogen.preview.api.Api.NEW_API).script()
        .on(Operation.CREATE, 1, Faults.dropAfter())
true
