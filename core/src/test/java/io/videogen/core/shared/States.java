package io.videogen.core.shared;

import io.videogen.core.engine.Phase;
import io.videogen.core.engine.RenderState;

/** States of one render, as a machine would leave them. */
final class States {

    static final String KEY = "ab".repeat(32);

    private States() {}

    static RenderState of(Phase phase, String submission, String jobId) {
        return RenderState.fromJson("{\"schema\":1,\"key\":\"" + KEY + "\",\"name\":\"hero\",\"api\":\"openai\","
                + "\"endpoint\":\"https://gateway.example.com\",\"phase\":\"" + phase + "\",\"submission\":\""
                + submission + "\",\"submittedAt\":\"2026-11-22T10:00:00Z\""
                + (jobId.isEmpty() ? "" : ",\"jobId\":\"" + jobId + "\"")
                + (phase == Phase.FAILED
                        ? ",\"failure\":{\"kind\":\"JOB_FAILED\",\"code\":\"x\",\"message\":\"It failed.\"}"
                        : "")
                + "}");
    }

    static RenderState submitting(String submission) {
        return of(Phase.SUBMITTING, submission, "");
    }

    static RenderState waiting(String submission, String jobId) {
        return of(Phase.WAITING, submission, jobId);
    }
}
