// The job is not done before the faults are taken back.
def stage = io.videogen.it.Stage.open(context, basedir)
stage.script().on(io.videogen.preview.script.Operation.STATUS, { request, handling ->
    io.videogen.preview.http.Reply.json(200, """{"id": "${request.segments()[2]}", "object": "video", "model": "sora-2",
            "status": "in_progress", "progress": 40}""")
} as io.videogen.preview.script.Fault)
true
