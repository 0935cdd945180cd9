package io.videogen.core.reply;

import io.videogen.core.artifact.ArtifactLocation;
import io.videogen.core.artifact.Stills;
import io.videogen.core.text.Said;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A job as one reply shows it; every field but the status may be missing, gateways leave out what they like.
 *
 * @param id the job's id, needed only in the reply to a create request
 * @param status where the job stands
 * @param statusWord the API's own word for it, for messages
 * @param progress percent from 0 to 100, as claimed; not monotone and not always honest
 * @param error the job's error, when the status says that it failed; of a completed job without an address the reason
 *     that stands beside it
 * @param videos where the clips are, in order; empty while the job runs, never empty once it is completed
 * @param stills where the pictures beside the clips are, those that the API offers
 * @param cost what the API says that the job costs
 * @param reply the beginning of the reply itself, for those who look for a cause
 */
public record JobSnapshot(
        Optional<Said> id,
        JobStatus status,
        Said statusWord,
        OptionalDouble progress,
        Optional<RemoteError> error,
        List<ArtifactLocation> videos,
        Stills<ArtifactLocation> stills,
        Optional<Cost> cost,
        Optional<Said> reply) {

    public JobSnapshot {
        videos = List.copyOf(videos);
    }

    /** A job of an API that tells of no last frame and no cost. */
    public JobSnapshot(
            Optional<Said> id,
            JobStatus status,
            Said statusWord,
            OptionalDouble progress,
            Optional<RemoteError> error,
            List<ArtifactLocation> videos,
            Optional<ArtifactLocation> thumbnail) {
        this(
                id,
                status,
                statusWord,
                progress,
                error,
                videos,
                Stills.of(thumbnail, Optional.empty()),
                Optional.empty(),
                Optional.empty());
    }

    /** Whether the reply itself holds a clip, which may come with this reply alone. */
    public boolean isInlined() {
        return videos.stream().anyMatch(ArtifactLocation::isInlined);
    }

    public Optional<ArtifactLocation> thumbnail() {
        return stills.thumbnail();
    }

    /** The same without a still picture. */
    public JobSnapshot withoutThumbnail() {
        return with(status, error, videos, Stills.of(Optional.empty(), stills.lastFrame()), reply);
    }

    /** The same as a job that still runs: without its end and its files. */
    public JobSnapshot unfinished() {
        return with(JobStatus.RUNNING, Optional.empty(), List.of(), Stills.none(), reply);
    }

    /** The same as told by an API inside a private network: its files may be in there too. */
    public JobSnapshot fromInside() {
        List<ArtifactLocation> inside =
                videos.stream().map(ArtifactLocation::fromInside).toList();
        return with(status, error, inside, stills.map((kind, still) -> still.fromInside()), reply);
    }

    /** The same with the beginning of the reply that told it. */
    public JobSnapshot toldBy(Said beginning) {
        return with(status, error, videos, stills, Optional.of(beginning));
    }

    private JobSnapshot with(
            JobStatus newStatus,
            Optional<RemoteError> newError,
            List<ArtifactLocation> newVideos,
            Stills<ArtifactLocation> newStills,
            Optional<Said> newReply) {
        return new JobSnapshot(id, newStatus, statusWord, progress, newError, newVideos, newStills, cost, newReply);
    }
}
