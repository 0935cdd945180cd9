package io.videogen.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.videogen.core.ErrorKind;
import io.videogen.core.artifact.ArtifactKind;
import io.videogen.core.artifact.VerifiedFile;
import io.videogen.core.testing.Golden;
import io.videogen.core.testing.Words;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The text form of each phase, as version 0.1 wrote it to ledgers and build records. If this fails, jobs that users
 * have in flight would be lost: a new field must be optional, and absent mean what was true before there was one.
 */
class PersistedStateTest {

    private static final Instant SUBMITTED = Instant.parse("2026-11-28T09:00:00.123456Z");
    private static final VerifiedFile CLIP = new VerifiedFile(
            "mp4", "ab".repeat(32), 1_234_567, OptionalDouble.of(4.04), Optional.of(1280), Optional.of(720));
    private static final VerifiedFile STILL =
            new VerifiedFile("jpg", "cd".repeat(32), 4_321, OptionalDouble.empty(), Optional.empty(), Optional.empty());

    @ParameterizedTest
    @EnumSource(Phase.class)
    void eachPhaseIsReadAndWrittenAsEver(Phase phase) {
        String golden = Golden.text(
                PersistedStateTest.class, "persisted/" + phase.name().toLowerCase(Locale.ROOT) + ".json");

        assertThat(RenderState.fromJson(golden)).isEqualTo(state(phase));
        assertThat(state(phase).toJson()).isEqualTo(golden);
    }

    private static RenderState state(Phase phase) {
        RenderState planned = RenderState.planned(
                "0123456789abcdef".repeat(4),
                "intro",
                Optional.of("sora-2"),
                "openai",
                "https://gateway.example.com/v1");
        RenderStateChange submitted =
                planned.change().phase(phase).submission("3f0e5c1a-6a55-4e0c-9d0f-4b1d8c2f7a10", SUBMITTED);
        return switch (phase) {
            case PLANNED -> planned;
            case SUBMITTING -> submitted.attempts(2).build();
            case WAITING ->
                submitted
                        .jobId(Words.said("video_123"))
                        .status(Words.said("in_progress"), OptionalInt.of(40))
                        .build();
            case DOWNLOADING ->
                submitted
                        .jobId(Words.said("video_123"))
                        .status(Words.said("completed"), OptionalInt.empty())
                        .completedAt(SUBMITTED.plusSeconds(90))
                        .attempts(1)
                        .addVideo(CLIP)
                        .build();
            case DONE ->
                submitted
                        .jobId(Words.said("video_123"))
                        .status(Words.said("completed"), OptionalInt.of(100))
                        .completedAt(SUBMITTED.plusSeconds(90))
                        .addVideo(CLIP)
                        .addVideo(CLIP)
                        .addStill(ArtifactKind.THUMBNAIL, STILL)
                        .build();
            case FAILED ->
                submitted
                        .jobId(Words.said("video_123"))
                        .status(Words.said("failed"), OptionalInt.of(7))
                        .failure(new Failure(ErrorKind.MODERATED, "moderation_blocked", "It said \"no\" to 海滩."))
                        .build();
            case UNKNOWN ->
                submitted
                        .failure(new Failure(ErrorKind.UNKNOWN_OUTCOME, "unknown_outcome", "A job may exist."))
                        .build();
        };
    }
}
