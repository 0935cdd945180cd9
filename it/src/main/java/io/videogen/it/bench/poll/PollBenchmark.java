package io.videogen.it.bench.poll;

import io.videogen.core.engine.PollSchedule;
import io.videogen.core.poll.LearningSchedule;
import io.videogen.core.poll.MemoryLengthHistory;
import io.videogen.it.bench.Benchmark;
import io.videogen.it.bench.Result;
import io.videogen.it.bench.Workshop;
import io.videogen.it.bench.poll.PollSimulation.Cost;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What polling costs in virtual time: the same jobs for all schedules, seeds fixed. Also draws the plot. */
public final class PollBenchmark implements Benchmark {

    private static final int JOBS = 20_000;
    private static final int LEARNT_FROM = 50;
    private static final int HISTORIES = 10;
    private static final int FLEET = 20;
    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final double[] SHORTEST_WAITS = {0.5, 1, 2, 4, 8};

    @Override
    public String name() {
        return "polling";
    }

    @Override
    public Result run(Workshop workshop) throws Exception {
        Result result = new Result(
                "Polling: mean delay times mean requests per job",
                "job lengths",
                "schedule",
                "requests",
                "delay s",
                "product",
                "over the limit %");
        List<PollPlot.Panel> panels = new ArrayList<>();
        for (JobLengths lengths : JobLengths.values()) {
            panels.add(panel(result, lengths));
        }
        Files.writeString(workshop.folder().resolve("polling.svg"), PollPlot.svg(panels));
        return result;
    }

    private static PollPlot.Panel panel(Result result, JobLengths lengths) throws InterruptedException {
        double limit = lengths.limit();
        result.row(lengths.name(), "limit without progress", "", "", limit, 0.0);
        List<PollPlot.Point> points = new ArrayList<>();
        show(result, points, lengths, "every 1 s", false, play(lengths, Competitors.every(1), ProgressStyle.NONE));
        show(result, points, lengths, "every 10 s", false, play(lengths, Competitors.every(10), ProgressStyle.NONE));
        show(
                result,
                points,
                lengths,
                "2 s x1.2 to 15 s",
                false,
                play(lengths, Competitors.growing(), ProgressStyle.NONE));
        Cost cold = play(lengths, fresh(SHORTEST), ProgressStyle.NONE);
        show(result, points, lengths, "ours, cold", true, cold);
        Cost learnt = learnt(lengths, SHORTEST);
        show(result, points, lengths, "ours, after 50 jobs", true, learnt);
        boolean first = lengths == JobLengths.LOG_NORMAL;
        if (first) {
            result.atMost(lengths + ", cold", cold.product(), 60, "s x requests");
        }
        result.atMost(
                lengths + ", after 50 jobs",
                learnt.product(),
                first ? 56 : limit * 56 / JobLengths.LOG_NORMAL.limit(),
                "s x requests");
        together(result, points, lengths);
        progress(result, points, lengths);
        List<PollPlot.Point> family = new ArrayList<>();
        for (double shortest : SHORTEST_WAITS) {
            Cost cost = learnt(lengths, Duration.ofMillis(Math.round(1000 * shortest)));
            family.add(new PollPlot.Point("", true, cost.requests(), cost.delay()));
        }
        return new PollPlot.Panel(lengths.description(), limit, points, family);
    }

    /** Where an API's list tells of many jobs at once; each fleet has to find out anew whether it is honest. */
    private static void together(Result result, List<PollPlot.Point> points, JobLengths lengths)
            throws InterruptedException {
        Cost single = alone(lengths);
        row(result, lengths, "the same jobs alone", single);
        for (ListStyle style : ListStyle.values()) {
            Cost cost = fleet(lengths, style);
            String name = FLEET + " at once, list "
                    + style.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            if (style.isHonest()) {
                show(result, points, lengths, "ours, " + FLEET + " at once by list", true, cost);
                result.atMost(lengths + ", " + name, cost.product(), 12, "s x requests");
            } else {
                row(result, lengths, name, cost);
            }
            if (style == ListStyle.NONE) {
                result.atMost(lengths + ", " + name, cost.product(), single.product() * 1.02, "s x requests");
            }
        }
    }

    private static Cost fleet(JobLengths lengths, ListStyle style) throws InterruptedException {
        return mean(
                (history, schedule) -> new FleetSimulation(lengths, style, SHORTEST)
                        .play(schedule, FLEET, JOBS / HISTORIES / FLEET, history, false),
                lengths,
                SHORTEST);
    }

    /** The jobs of the fleets one after the other: other jobs are longer or shorter by two percent of requests or more. */
    private static Cost alone(JobLengths lengths) throws InterruptedException {
        return mean(
                (history, schedule) -> new PollSimulation(lengths, ProgressStyle.NONE)
                        .play(schedule, lengths.draw(JOBS / HISTORIES, history)),
                lengths,
                SHORTEST);
    }

    /** Honest values take it below the limit; of dishonest ones the worst is drawn. */
    private static void progress(Result result, List<PollPlot.Point> points, JobLengths lengths) {
        Cost without = learning(lengths, ProgressStyle.NONE);
        Cost worst = null;
        for (ProgressStyle style : ProgressStyle.values()) {
            if (style == ProgressStyle.NONE) {
                continue;
            }
            Cost cost = learning(lengths, style);
            String word = style.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            row(result, lengths, "ours, progress " + word, cost);
            if (style.isHonest()) {
                points.add(new PollPlot.Point("ours, progress " + word, true, cost.requests(), cost.delay()));
                result.atMost(lengths + ", " + style + ", requests", cost.requests(), 4, "");
                result.atMost(lengths + ", " + style + ", delay", cost.delay(), 1, "s");
            } else {
                worst = worst == null || cost.product() > worst.product() ? cost : worst;
                result.atMost(lengths + ", " + style, cost.product(), without.product() * 1.005, "s x requests");
            }
        }
        points.add(new PollPlot.Point("ours, dishonest progress", true, worst.requests(), worst.delay()));
    }

    private static void row(Result result, JobLengths lengths, String name, Cost cost) {
        result.row(
                lengths.name(),
                name,
                cost.requests(),
                cost.delay(),
                cost.product(),
                100 * (cost.product() / lengths.limit() - 1));
    }

    private static void show(
            Result result, List<PollPlot.Point> points, JobLengths lengths, String name, boolean ours, Cost cost) {
        row(result, lengths, name, cost);
        points.add(new PollPlot.Point(name, ours, cost.requests(), cost.delay()));
    }

    private static LearningSchedule fresh(Duration shortest) {
        return new LearningSchedule(new MemoryLengthHistory(), shortest);
    }

    private static Cost play(JobLengths lengths, PollSchedule schedule, ProgressStyle style) {
        return new PollSimulation(lengths, style).play(schedule, JOBS, 1, false);
    }

    /** As in a long build: each end is learnt from. */
    private static Cost learning(JobLengths lengths, ProgressStyle style) {
        LearningSchedule schedule = fresh(SHORTEST);
        PollSimulation simulation = new PollSimulation(lengths, style);
        simulation.play(schedule, LEARNT_FROM, 3, true);
        return simulation.play(schedule, JOBS, 1, true);
    }

    private static Cost learnt(JobLengths lengths, Duration shortest) throws InterruptedException {
        return mean(
                (history, schedule) -> new PollSimulation(lengths, ProgressStyle.NONE)
                        .play(schedule, JOBS / HISTORIES, history, false),
                lengths,
                shortest);
    }

    /** What is played after a history has been learnt from; the history's number is the seed. */
    private interface Play {
        Cost of(int history, LearningSchedule schedule) throws InterruptedException;
    }

    /** The mean over several histories: one history alone would be luck. */
    private static Cost mean(Play play, JobLengths lengths, Duration shortest) throws InterruptedException {
        double delay = 0;
        double requests = 0;
        for (int i = 0; i < HISTORIES; i++) {
            LearningSchedule schedule = fresh(shortest);
            new PollSimulation(lengths, ProgressStyle.NONE).play(schedule, LEARNT_FROM, 100 + i, true);
            Cost cost = play.of(i, schedule);
            delay += cost.delay() / HISTORIES;
            requests += cost.requests() / HISTORIES;
        }
        return new Cost(delay, requests);
    }
}
