package io.videogen.core.engine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a schedule may know of a job.
 *
 * @param model the model asked for
 * @param age time since the job was submitted
 * @param progress progress values told so far, oldest first, at most the last 64
 */
public record PollView(Optional<String> model, Duration age, List<Point> progress) {

    public PollView {
        progress = List.copyOf(progress);
    }

    /**
     * One progress value.
     *
     * @param age age of the job when the value was told
     * @param percent claimed progress, 0 to 100
     */
    public record Point(Duration age, double percent) {}
}
