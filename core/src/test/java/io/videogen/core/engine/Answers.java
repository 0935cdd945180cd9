package io.videogen.core.engine;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.artifact.ArtifactLocation;
import io.videogen.core.artifact.VerifiedFile;
import io.videogen.core.download.DownloadOutcome;
import io.videogen.core.remote.CreateOutcome;
import io.videogen.core.remote.PollOutcome;
import io.videogen.core.reply.JobSnapshot;
import io.videogen.core.reply.JobStatus;
import io.videogen.core.testing.Words;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Short names for the answers that tests give. */
final class Answers {

    static final VerifiedFile CLIP =
            new VerifiedFile("mp4", "a".repeat(64), 10, OptionalDouble.of(4.0), Optional.of(1280), Optional.of(720));
    static final VerifiedFile STILL =
            new VerifiedFile("jpg", "b".repeat(64), 5, OptionalDouble.empty(), Optional.of(320), Optional.of(180));

    private Answers() {}

    static CreateOutcome accepted(String jobId) {
        return new CreateOutcome.Accepted(Words.said(jobId), snapshot(JobStatus.QUEUED, "queued", 0), Optional.empty());
    }

    static CreateOutcome undelivered() {
        return new CreateOutcome.NotDelivered(
                new VideogenException(ErrorKind.UNREACHABLE, "no_connection", "no connection"), Optional.empty());
    }

    static CreateOutcome refused() {
        return new CreateOutcome.Refused(new VideogenException(ErrorKind.REFUSED, "invalid_api_key", "bad token"));
    }

    static PollOutcome running(double percent) {
        return new PollOutcome.Seen(snapshot(JobStatus.RUNNING, "in_progress", percent), Optional.empty());
    }

    static PollOutcome completed(int clips, boolean thumbnail) {
        JobSnapshot snapshot = new JobSnapshot(
                Optional.empty(),
                JobStatus.COMPLETED,
                Words.said("completed"),
                OptionalDouble.of(100),
                Optional.empty(),
                java.util.Collections.nCopies(clips, location()),
                thumbnail ? Optional.of(location()) : Optional.empty());
        return new PollOutcome.Seen(snapshot, Optional.empty());
    }

    static PollOutcome failed(String code, String message) {
        JobSnapshot snapshot = new JobSnapshot(
                Optional.empty(),
                JobStatus.FAILED,
                Words.said("failed"),
                OptionalDouble.empty(),
                Optional.of(Words.error(message, code)),
                List.of(),
                Optional.empty());
        return new PollOutcome.Seen(snapshot, Optional.empty());
    }

    static PollOutcome down() {
        return new PollOutcome.Transient("503", Optional.empty());
    }

    static PollOutcome absent() {
        return new PollOutcome.NotFound(
                new VideogenException(ErrorKind.REFUSED, "task_not_found", "The API does not know the job."));
    }

    static PollOutcome denied() {
        return new PollOutcome.Refused(new VideogenException(ErrorKind.REFUSED, "invalid_api_key", "bad token"));
    }

    static DownloadOutcome clip() {
        return new DownloadOutcome.Complete(CLIP);
    }

    static DownloadOutcome rejected() {
        return new DownloadOutcome.Rejected(
                new VideogenException(ErrorKind.BAD_ARTIFACT, "not_a_video", "The bytes are no video."));
    }

    private static JobSnapshot snapshot(JobStatus status, String word, double percent) {
        return new JobSnapshot(
                Optional.empty(),
                status,
                Words.said(word),
                OptionalDouble.of(percent),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    private static ArtifactLocation location() {
        return new ArtifactLocation(
                URI.create("https://cdn.example.com/v.mp4?sig=SECRET"), false, OptionalLong.empty());
    }
}
