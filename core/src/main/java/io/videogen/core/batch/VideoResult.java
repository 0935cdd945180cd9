package io.videogen.core.batch;

import io.videogen.core.VideogenException;
import io.videogen.core.output.DeliveredClip;
import io.videogen.core.output.VideoSource;
import io.videogen.core.output.VideoStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How one video ended in this run.
 *
 * @param name the video
 * @param status how it ended
 * @param source where the clip came from; empty when there is none
 * @param clips the delivered clips in order; empty unless completed
 * @param jobId the remote job, where one is known
 * @param elapsed how long this run worked on the video; nothing for a clip of the store
 * @param error why there is no clip; empty when completed
 */
public record VideoResult(
        String name,
        VideoStatus status,
        Optional<VideoSource> source,
        List<DeliveredClip> clips,
        Optional<String> jobId,
        Duration elapsed,
        Optional<VideogenException> error) {

    public VideoResult {
        clips = List.copyOf(clips);
    }

    public boolean isCompleted() {
        return status == VideoStatus.COMPLETED;
    }

    /** Whether a job of this video is known to run on there, to be taken up by the same command. */
    public boolean runsOn() {
        return status == VideoStatus.TIMEOUT && jobId.isPresent();
    }
}
