package io.videogen.core.shared;

import io.videogen.core.artifact.Stills;
import io.videogen.core.artifact.VerifiedFile;
import io.videogen.core.engine.RenderState;
import io.videogen.core.store.ClipFacts;
import io.videogen.core.store.ClipRecord;
import io.videogen.core.store.StoredClip;
import io.videogen.core.store.StoredFile;
import io.videogen.core.testing.TestClock;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Clips that a job has made. */
final class Clips {

    private Clips() {}

    static ClipRecord of(RenderState state) {
        return ClipRecord.of(at(
                state,
                new StoredFile(
                        Path.of("clip.mp4"),
                        new VerifiedFile(
                                "mp4", "cd".repeat(32), 5, OptionalDouble.of(4), Optional.of(320), Optional.of(240)))));
    }

    static StoredClip at(RenderState state, StoredFile file) {
        return new StoredClip(
                state.key(),
                List.of(file),
                Stills.none(),
                new ClipFacts(
                        state.name(),
                        Optional.of("sora-2"),
                        "a cat",
                        Optional.of("4"),
                        Optional.of("320x240"),
                        state.api(),
                        state.endpoint(),
                        state.jobId(),
                        TestClock.START,
                        TestClock.START,
                        false));
    }
}
