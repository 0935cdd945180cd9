package io.videogen.core.poll;

import io.videogen.core.engine.PollSchedule;
import io.videogen.core.engine.PollView;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;

/** The schedule of this package; see its description. */
public final class LearningSchedule implements PollSchedule {

    /** Work along the hazard curve between two polls, per second of the shortest wait. */
    private static final double DENSITY = 0.15;

    private static final double LONGEST = 60;
    private static final int JUDGED_JOBS = 5;
    private static final int FEWEST_JUDGED = 5;
    private static final double HONEST = 0.10;
    /** Even honest progress bends: of the time that is left, this share is doubt. */
    private static final double DOUBT = 0.05;
    /** A forecast is aimed at in one go once it is this sharp; before, a poll on the way sharpens it. */
    private static final double SHARP_ENOUGH = 1.6;

    private static final double STOPOVER = 0.85;
    private static final double LONGEST_TO_STOPOVER = 300;

    private final LengthHistory history;
    private final double shortest;
    private final Map<String, Knowledge> knowledge = new ConcurrentHashMap<>();

    /** @param shortest the shortest wait between two polls of a job */
    public LearningSchedule(LengthHistory history, Duration shortest) {
        this.history = history;
        this.shortest = Math.max(shortest.toMillis() / 1000.0, 0.01);
    }

    @Override
    public Duration next(PollView job) {
        Knowledge known = knowledge.compute(
                model(job), (model, before) -> before == null || before.isOutdated() ? learn(model) : before);
        double age = job.age().toMillis() / 1000.0;
        double wait = byCurve(known, age);
        if (known.progressIsHonest()) {
            Optional<Forecast> forecast = Forecast.of(job.progress());
            if (forecast.isPresent() && !isMissed(forecast.get(), age)) {
                wait = byForecast(forecast.get(), age);
            }
        }
        return Duration.ofMillis(Math.round(wait * 1000));
    }

    @Override
    public void completed(PollView job, Duration lastRunning) {
        String model = model(job);
        double running = lastRunning.toMillis() / 1000.0;
        double found = Math.max(job.age().toMillis() / 1000.0, 0.001);
        OptionalDouble error = Forecast.error(job.progress(), running, found);
        double length = error.isPresent() && error.getAsDouble() == 0
                ? Forecast.of(job.progress())
                        .map(forecast -> forecast.middleWithin(running, found))
                        .orElseThrow()
                : (running + found) / 2;
        history.add(model, new JobLength(Duration.ofMillis(Math.max(1, Math.round(length * 1000))), error));
        knowledge.computeIfPresent(model, (ignored, known) -> known.oneMore());
    }

    private double byCurve(Knowledge known, double age) {
        double next = known.curve().ageAfter(age, DENSITY * shortest);
        return Math.min(Math.max(next - age, shortest), Math.max(LONGEST, shortest));
    }

    private double byForecast(Forecast forecast, double age) {
        double left = Math.max(forecast.middle() - age, 0);
        double range = forecast.latest() - forecast.earliest() + DOUBT * left;
        double least = Math.max(forecast.earliest() - age, 0);
        if (range <= SHARP_ENOUGH || least < 2 * shortest) {
            return Math.max(forecast.latest() - age, shortest);
        }
        return Math.min(Math.max(STOPOVER * least, shortest), LONGEST_TO_STOPOVER);
    }

    /** A job that runs on well past its forecast is not in a straight line: the curve takes over. */
    private boolean isMissed(Forecast forecast, double age) {
        return age > forecast.latest() * 1.1 + shortest;
    }

    private Knowledge learn(String model) {
        List<JobLength> lengths = history.of(model);
        return new Knowledge(new HazardCurve(lengths), isHonest(lengths), lengths.size(), 0);
    }

    private static boolean isHonest(List<JobLength> lengths) {
        List<JobLength> judged = lengths.stream()
                .filter(length -> length.forecastError().isPresent())
                .toList();
        List<JobLength> latest = judged.subList(Math.max(0, judged.size() - JUDGED_JOBS), judged.size());
        return latest.size() >= FEWEST_JUDGED
                && latest.stream().allMatch(length -> length.forecastError().getAsDouble() <= HONEST);
    }

    private static String model(PollView job) {
        return job.model().orElse("");
    }

    /**
     * What is known of a model.
     *
     * @param jobs how many jobs the curve was made of
     * @param since how many have ended since then
     */
    private record Knowledge(HazardCurve curve, boolean progressIsHonest, int jobs, int since) {

        Knowledge oneMore() {
            return new Knowledge(curve, progressIsHonest, jobs, since + 1);
        }

        /** A new curve costs a millisecond or two: worth it for each of the first jobs, then for each tenth part. */
        boolean isOutdated() {
            return since > 0 && since >= jobs / 10;
        }
    }
}
