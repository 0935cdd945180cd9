package io.videogen.maven.report;

import io.videogen.core.ErrorKind;
import io.videogen.core.batch.BatchListener;
import io.videogen.core.batch.BatchPlan;
import io.videogen.core.batch.VideoResult;
import io.videogen.core.event.RenderEvent;
import io.videogen.core.output.VideoSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The one place that turns events into lines: one for each change of state, and one a minute for each job in flight.
 * Never one per poll, however many polls fail.
 */
public final class Progress implements BatchListener, AutoCloseable {

    static final Duration HEARTBEAT = Duration.ofMinutes(1);

    private final Screen screen;
    private final Clock clock;
    private final Map<String, JobLine> inFlight = new LinkedHashMap<>();
    private ScheduledExecutorService ticker;

    public Progress(Screen screen, Clock clock) {
        this.screen = screen;
        this.clock = clock;
    }

    /** Begins to tell of jobs in flight each minute, or each second on a live screen. */
    public synchronized void start() {
        ticker = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "videogen-progress");
            thread.setDaemon(true);
            return thread;
        });
        ticker.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public synchronized void planned(BatchPlan plan) {
        screen.info(plan.videos().size() + (plan.videos().size() == 1 ? " video: " : " videos: ") + plan.summary());
    }

    @Override
    public synchronized void event(String name, RenderEvent event) {
        Instant now = clock.instant();
        JobLine line = inFlight.computeIfAbsent(name, ignored -> JobLine.begun(now));
        if (event instanceof RenderEvent.Submitted submitted) {
            tell(name, line.job(submitted.jobId()), "job " + submitted.jobId() + " created");
        } else if (event instanceof RenderEvent.Resumed resumed) {
            tell(name, line.job(resumed.jobId()), "job " + resumed.jobId() + " taken up again");
        } else if (event instanceof RenderEvent.Progressed progressed) {
            progressed(name, line, progressed);
        } else if (event instanceof RenderEvent.Retrying retrying) {
            retrying(name, line, retrying);
        } else if (event instanceof RenderEvent.LookingUp lookingUp) {
            tell(name, line, "the reply to its submission was lost (" + lookingUp.reason() + "); looking for its job");
        } else if (event instanceof RenderEvent.Downloading) {
            tell(name, line.status("downloading"), "completed there, downloading");
        } else if (event instanceof RenderEvent.WaitingForOther) {
            tell(name, line.status("waiting"), "another build renders the same clip, waiting for it");
        } else if (event instanceof RenderEvent.NotRecorded behind) {
            screen.warn(name + ": the state"
                    + behind.jobId().map(id -> " of job \"" + id + "\"").orElse("")
                    + " can not be recorded, and is followed by this build alone: " + behind.reason());
        } else if (event instanceof RenderEvent.Replied replied) {
            screen.debug(name + ": reply: " + replied.beginning());
        } else if (event instanceof RenderEvent.WaitingForBuild other) {
            tell(
                    name,
                    line.status("waiting"),
                    "\"" + other.build() + "\" on " + other.host() + " renders the same clip since " + other.since()
                            + ", waiting for it");
        } else if (event instanceof RenderEvent.Warning warning) {
            screen.warn(name + ": " + warning.message());
        }
        show();
    }

    @Override
    public synchronized void finished(VideoResult result) {
        JobLine last = inFlight.remove(result.name());
        String outcome = result.isCompleted()
                ? result.source().map(source -> told(source, result.elapsed())).orElse("done")
                : switch (result.status()) {
                    case TIMEOUT -> interrupted(result) ? "interrupted" : "stopped waiting";
                    case UNKNOWN -> "outcome unknown";
                    default -> "failed";
                };
        // The API's own word may just have said the same.
        if (last == null || !last.status().equals(Optional.of(outcome))) {
            screen.info(result.name() + ": " + outcome);
        }
        show();
    }

    @Override
    public synchronized void warning(String message) {
        screen.warn(message);
        show();
    }

    /** Called each second: draws the live lines, or adds a line for each job that was silent for a minute. */
    synchronized void tick() {
        if (screen.isLive()) {
            show();
            return;
        }
        Instant now = clock.instant();
        inFlight.replaceAll((name, line) -> {
            if (Duration.between(line.toldAt(), now).compareTo(HEARTBEAT) < 0) {
                return line;
            }
            screen.info(name + ": " + line.text(now));
            return line.told(now);
        });
    }

    /** Takes live lines away; what was logged stays. */
    @Override
    public synchronized void close() {
        if (ticker != null) {
            ticker.shutdownNow();
        }
        screen.close();
    }

    private void progressed(String name, JobLine line, RenderEvent.Progressed event) {
        String word = event.status().toString();
        JobLine next = line.job(event.jobId()).status(word).percent(event.percent());
        if (line.status().equals(Optional.of(word))) {
            inFlight.put(name, next);
        } else {
            tell(name, next, word);
        }
    }

    /** The first failure of a kind is told; the same again is left to the heartbeat. */
    private void retrying(String name, JobLine line, RenderEvent.Retrying event) {
        JobLine next = line.trouble(event.operation() + ": " + event.reason());
        if (next.trouble().equals(line.trouble())) {
            return;
        }
        tell(name, next, event.operation() + " failed (" + event.reason() + "), trying again");
    }

    private void tell(String name, JobLine line, String what) {
        inFlight.put(name, line.told(clock.instant()));
        screen.info(name + ": " + what);
    }

    private void show() {
        if (screen.isLive()) {
            Instant now = clock.instant();
            List<String> lines = inFlight.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + entry.getValue().live(now))
                    .toList();
            screen.show(lines);
        }
    }

    private static boolean interrupted(VideoResult result) {
        return result.error()
                .filter(error -> error.kind() == ErrorKind.INTERRUPTED)
                .isPresent();
    }

    private static String told(VideoSource source, Duration elapsed) {
        return switch (source) {
            case RENDERED -> "rendered in " + Elapsed.text(elapsed);
            case RESUMED -> "finished the job of an earlier build in " + Elapsed.text(elapsed);
            case CACHE -> "taken from the store";
            case PREVIEW ->
                elapsed.isZero() ? "preview taken from the store" : "preview drawn in " + Elapsed.text(elapsed);
        };
    }
}
