package io.videogen.core.remote;

import io.videogen.core.reply.JobSnapshot;
import io.videogen.core.reply.RemoteError;

/** Takes the token out of what a server said, in case it repeats it. */
final class Redaction {

    private Redaction() {}

    static JobSnapshot of(JobSnapshot snapshot, ErrorTexts texts) {
        return new JobSnapshot(
                snapshot.id(),
                snapshot.status(),
                texts.redact(snapshot.statusWord()),
                snapshot.progress(),
                snapshot.error()
                        .map(error -> new RemoteError(
                                texts.redact(error.message()),
                                error.code().map(texts::redact),
                                error.type().map(texts::redact))),
                snapshot.videos(),
                snapshot.thumbnail(),
                snapshot.model(),
                snapshot.prompt(),
                snapshot.createdAt());
    }
}
