package io.videogen.it.bench.poll;

import io.videogen.core.engine.PollSchedule;
import io.videogen.core.engine.PollView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

/** Plays jobs against a schedule in virtual time. */
public final class PollSimulation {

    private static final int MOST_POINTS = 64;

    private final JobLengths lengths;
    private final ProgressStyle style;

    public PollSimulation(JobLengths lengths, ProgressStyle style) {
        this.lengths = lengths;
        this.style = style;
    }

    /**
     * What polling cost.
     *
     * @param delay mean time between completion and its discovery, in seconds
     * @param requests mean number of requests per job, the discovering one included
     */
    public record Cost(double delay, double requests) {
        public double product() {
            return delay * requests;
        }
    }

    /**
     * @param learn whether the schedule is told of the ends, as in real life, or kept as it is
     */
    public Cost play(PollSchedule schedule, int jobs, long seed, boolean learn) {
        Random random = new Random(seed);
        double delay = 0;
        double requests = 0;
        for (int i = 0; i < jobs; i++) {
            Cost one = play(schedule, lengths.draw(random), random.nextLong(), learn);
            delay += one.delay();
            requests += one.requests();
        }
        return new Cost(delay / jobs, requests / jobs);
    }

    /** The same for jobs of these lengths, one after the other; nothing is learnt. */
    Cost play(PollSchedule schedule, double[] drawn) {
        double delay = 0;
        double requests = 0;
        for (double length : drawn) {
            Cost one = play(schedule, length, 0, false);
            delay += one.delay();
            requests += one.requests();
        }
        return new Cost(delay / drawn.length, requests / drawn.length);
    }

    private Cost play(PollSchedule schedule, double length, long jobSeed, boolean learn) {
        List<PollView.Point> progress = new ArrayList<>();
        double age = 0;
        double before = 0;
        int requests = 0;
        while (age < length || age == 0) {
            before = age;
            age += schedule.next(view(age, progress)).toMillis() / 1000.0;
            requests++;
            if (age < length) {
                tell(progress, age, length, jobSeed);
            }
        }
        if (learn) {
            schedule.completed(view(age, progress), millis(before));
        }
        return new Cost(age - length, requests);
    }

    private void tell(List<PollView.Point> progress, double age, double length, long jobSeed) {
        OptionalDouble percent = style.tell(age / length, new Random(jobSeed));
        if (percent.isPresent()) {
            if (progress.size() == MOST_POINTS) {
                progress.remove(0);
            }
            progress.add(new PollView.Point(millis(age), percent.getAsDouble()));
        }
    }

    private static PollView view(double age, List<PollView.Point> progress) {
        return new PollView(Optional.of("model"), millis(age), progress);
    }

    private static Duration millis(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
