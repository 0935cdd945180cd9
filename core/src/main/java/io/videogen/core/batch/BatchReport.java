package io.videogen.core.batch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How a run ended.
 *
 * @param videos one result per video, in the order they were declared
 * @param manifest the written {@code videogen.json}
 * @param gallery the written {@code index.html}
 * @param bought jobs that this run created
 * @param elapsed wall time
 * @param interrupted whether the run was stopped before its end
 */
public record BatchReport(
        List<VideoResult> videos,
        Path manifest,
        Path gallery,
        List<NewJob> bought,
        Duration elapsed,
        boolean interrupted) {

    public BatchReport {
        videos = List.copyOf(videos);
        bought = List.copyOf(bought);
    }

    /** What the jobs of this run come to. */
    public Spending spending() {
        return Spending.of(bought);
    }

    /** The videos without a clip, in order. */
    public List<VideoResult> failures() {
        return videos.stream().filter(video -> !video.isCompleted()).toList();
    }
}
