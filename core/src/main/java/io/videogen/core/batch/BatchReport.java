package io.videogen.core.batch;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How a run ended.
 *
 * @param videos one result per video, in the order they were declared
 * @param manifest the written {@code videogen.json}
 * @param gallery the written {@code index.html}
 * @param newJobs jobs that this run created
 * @param newSeconds sum of their lengths times the clips of each
 * @param elapsed wall time
 * @param interrupted whether the run was stopped before its end
 */
public record BatchReport(
        List<VideoResult> videos,
        Path manifest,
        Path gallery,
        int newJobs,
        BigDecimal newSeconds,
        Duration elapsed,
        boolean interrupted) {

    public BatchReport {
        videos = List.copyOf(videos);
    }

    /** The videos without a clip, in order. */
    public List<VideoResult> failures() {
        return videos.stream().filter(video -> !video.isCompleted()).toList();
    }
}
