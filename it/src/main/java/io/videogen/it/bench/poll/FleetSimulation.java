package io.videogen.it.bench.poll;

import io.videogen.core.engine.PollSchedule;
import io.videogen.core.engine.PollView;
import io.videogen.core.remote.ListPolling;
import io.videogen.core.remote.ListedJobs;
import io.videogen.core.remote.PollOutcome;
import io.videogen.core.reply.JobStatus;
import io.videogen.core.request.VideoRequest;
import io.videogen.it.bench.poll.PollSimulation.Cost;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/** Plays jobs that are in flight together against a schedule and a list, in virtual time. */
public final class FleetSimulation {

    private static final VideoRequest REQUEST =
            VideoRequest.builder("A lantern").build();
    private static final Duration BACKOFF = Duration.ofSeconds(1);

    private final JobLengths lengths;
    private final ListStyle style;
    private final Duration shortest;
    private final List<Double> delays = new ArrayList<>();

    private record Turn(Instant at, int job) {}

    public FleetSimulation(JobLengths lengths, ListStyle style, Duration shortest) {
        this.lengths = lengths;
        this.style = style;
        this.shortest = shortest;
    }

    /**
     * @param atOnce jobs that are submitted together
     * @param fleets how often, one after the other
     * @param sameBuild whether what one fleet taught of the list holds for the next
     */
    public Cost play(PollSchedule schedule, int atOnce, int fleets, long seed, boolean sameBuild)
            throws InterruptedException {
        double[] all = lengths.draw(atOnce * fleets, seed);
        VirtualClock clock = new VirtualClock();
        ListPolling polling = new ListPolling(shortest, clock);
        long requests = 0;
        delays.clear();
        for (int i = 0; i < fleets; i++) {
            double[] drawn = Arrays.copyOfRange(all, i * atOnce, (i + 1) * atOnce);
            SimulatedJobs jobs = new SimulatedJobs(style, clock, drawn);
            play(schedule, clock, new ListedJobs(jobs, polling), jobs, drawn);
            requests += jobs.requests();
            polling = sameBuild ? polling : new ListPolling(shortest, clock);
        }
        return new Cost(delays.stream().mapToDouble(delay -> delay).sum() / all.length, (double) requests / all.length);
    }

    /** Seconds from each job's end to its discovery, in the last play. */
    public List<Double> delays() {
        return delays;
    }

    private void play(PollSchedule schedule, VirtualClock clock, ListedJobs listed, SimulatedJobs jobs, double[] drawn)
            throws InterruptedException {
        Instant start = clock.instant();
        PriorityQueue<Turn> turns =
                new PriorityQueue<>(Comparator.comparing(Turn::at).thenComparing(Turn::job));
        for (int job = 0; job < drawn.length; job++) {
            listed.create(REQUEST, Integer.toString(job));
            turns.add(new Turn(start.plus(pause(schedule, listed, jobs.id(job), Duration.ZERO)), job));
        }
        while (!turns.isEmpty()) {
            Turn turn = turns.remove();
            clock.forwardTo(turn.at());
            String id = jobs.id(turn.job());
            PollOutcome outcome = listed.poll(REQUEST, id);
            Duration age = Duration.between(start, clock.instant());
            Optional<JobStatus> told = outcome instanceof PollOutcome.Seen seen
                    ? Optional.of(seen.snapshot().status())
                    : Optional.empty();
            double late = age.toMillis() / 1000.0 - drawn[turn.job()];
            if (told.isPresent() && !told.get().isFinal()) {
                turns.add(new Turn(clock.instant().plus(pause(schedule, listed, id, age)), turn.job()));
            } else if (told.isEmpty() || told.get() == JobStatus.COMPLETED && late < 0) {
                // Trouble, or a clip that is not there yet: tried again after a moment.
                turns.add(new Turn(clock.instant().plus(BACKOFF), turn.job()));
            } else if (told.get() == JobStatus.COMPLETED) {
                delays.add(late);
            } else {
                throw new IllegalStateException("job " + id + " was taken for " + told.get());
            }
        }
    }

    private Duration pause(PollSchedule schedule, ListedJobs listed, String id, Duration age) {
        Duration next = schedule.next(new PollView(Optional.of("model"), age, List.of()));
        return listed.nextPoll(id, next.compareTo(shortest) < 0 ? shortest : next);
    }
}
