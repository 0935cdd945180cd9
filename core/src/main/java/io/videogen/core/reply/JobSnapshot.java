package io.videogen.core.reply;

import io.videogen.core.download.ArtifactLocation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A job as one reply shows it; every field but the status may be missing, gateways leave out what they like.
 *
 * @param id the job's id, needed only in the reply to a create request
 * @param status where the job stands
 * @param statusWord the API's own word for it, bounded in length, for messages
 * @param progress percent from 0 to 100, as claimed; not monotone and not always honest
 * @param error the job's error; present only when the status says that it failed
 * @param videos where the clips are, in order; empty while the job runs, never empty once it is completed
 * @param thumbnail where a still picture is, if the API offers one
 * @param model model echoed by the API
 * @param prompt prompt echoed by the API
 * @param createdAt when the job was created there
 */
public record JobSnapshot(
        Optional<String> id,
        JobStatus status,
        String statusWord,
        OptionalDouble progress,
        Optional<RemoteError> error,
        List<ArtifactLocation> videos,
        Optional<ArtifactLocation> thumbnail,
        Optional<String> model,
        Optional<String> prompt,
        Optional<Instant> createdAt) {

    public JobSnapshot {
        videos = List.copyOf(videos);
    }
}
