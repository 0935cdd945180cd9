package io.videogen.core.batch;

import io.videogen.core.artifact.Stills;
import io.videogen.core.artifact.VerifiedFile;
import io.videogen.core.engine.RenderState;
import io.videogen.core.file.Sha256;
import io.videogen.core.request.RequestKey;
import io.videogen.core.request.VideoRequest;
import io.videogen.core.shared.SharedEntry;
import io.videogen.core.store.ClipFacts;
import io.videogen.core.store.StoredClip;
import io.videogen.core.store.StoredFile;
import io.videogen.core.testing.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a build on another machine writes. */
final class SharedStates {

    private SharedStates() {}

    static String keyOf(VideoRequest request) {
        return RequestKey.of(request, false, Sha256::of);
    }

    static RenderState submitting(String key) {
        return state(key, "SUBMITTING", "");
    }

    static RenderState waiting(SharedEntry entry, String jobId) {
        return state(entry.state().orElseThrow().key(), "WAITING", ",\"jobId\":\"" + jobId + "\"");
    }

    private static RenderState state(String key, String phase, String more) {
        return RenderState.fromJson("{\"schema\":1,\"key\":\"" + key
                + "\",\"name\":\"hero\",\"api\":\"new-api\",\"endpoint\":\"" + BatchFixture.HERE + "\",\"phase\":\""
                + phase + "\",\"submission\":\"s-1\",\"submittedAt\":\"2026-11-22T10:00:00Z\"" + more + "}");
    }

    static StoredClip clip(SharedEntry entry, Path file) throws IOException {
        return new StoredClip(
                entry.state().orElseThrow().key(),
                List.of(new StoredFile(
                        file,
                        new VerifiedFile(
                                "mp4",
                                Sha256.of(file),
                                Files.size(file),
                                OptionalDouble.of(1),
                                Optional.of(64),
                                Optional.of(36)))),
                Stills.none(),
                new ClipFacts(
                        "hero",
                        Optional.of("kling"),
                        "cat",
                        Optional.of("4"),
                        Optional.empty(),
                        "new-api",
                        BatchFixture.HERE,
                        Optional.of("job_9"),
                        TestClock.START,
                        TestClock.START,
                        false));
    }
}
