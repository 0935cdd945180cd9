import io.videogen.preview.script.Faults
import io.videogen.preview.script.Operation
io.videogen.it.Stage.of(context).script().on(Operation.CREATE, Faults.echoToken())
true
