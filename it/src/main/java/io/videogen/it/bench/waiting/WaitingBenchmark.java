package io.videogen.it.bench.waiting;

import com.fasterxml.jackson.databind.JsonNode;
import io.videogen.it.bench.Benchmark;
import io.videogen.it.bench.Result;
import io.videogen.it.bench.Workshop;
import io.videogen.preview.PreviewServer;
import io.videogen.preview.script.Faults;
import io.videogen.preview.script.Operation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Very many jobs in flight at once, each asked for by itself: the engine without a network, and the real client with
 * replies that take their time, on the Java of the build and on a newer one with virtual threads.
 */
public final class WaitingBenchmark implements Benchmark {

    private static final String HEAP = "-Xmx200m";
    private static final double MOST_HEAP_MB = 256;
    private static final int MOST_THREADS = 32;
    /** Twice the interval. */
    private static final double LONGEST_GAP = 30;

    private static final Duration REPLY = Duration.ofMillis(300);
    /** Long enough that all are created before the first is done, and then wait until their threads have settled. */
    private static final Duration RENDER_TIME = Duration.ofSeconds(150);

    @Override
    public String name() {
        return "waiting";
    }

    @Override
    public Result run(Workshop workshop) throws Exception {
        Result result = new Result(
                "Jobs waiting at once, " + HEAP + ", poll interval 15 s",
                "remote side",
                "jobs",
                "waiting at once",
                "wall s",
                "CPU s",
                "polls",
                "threads added, while waiting",
                "at most",
                "most heap MB",
                "live heap MB",
                "longest poll gap s");
        new Case(workshop, result, "in memory", "memory", Optional.empty()).compare(1_000, 10_000);
        try (PreviewServer server = PreviewServer.canned()) {
            for (Operation operation : List.of(Operation.CREATE, Operation.STATUS)) {
                server.script().on(operation, Faults.delay(REPLY));
            }
            server.script().renderTime(RENDER_TIME);
            new Case(workshop, result, "replies of 300 ms", server.baseUrl(), Optional.empty()).compare(400, 1_600);
            if (workshop.newerJava().isPresent()) {
                new Case(workshop, result, "the same, newer Java", server.baseUrl(), workshop.newerJava())
                        .compare(1_000, 10_000);
            }
        }
        return result;
    }

    private record Case(Workshop workshop, Result result, String side, String remote, Optional<Path> java) {

        void compare(int few, int many) throws Exception {
            JsonNode fewer = measure(few);
            JsonNode more = measure(many);
            result.atLeast(side + ", waiting at once", more.path("mostWaiting").asInt(), many, "jobs")
                    .atMost(side + ", heap", more.path("mostHeapMB").asDouble(), MOST_HEAP_MB, "MB")
                    .atMost(
                            side + ", longest gap between two polls of a job",
                            more.path("longestGapSeconds").asDouble(),
                            LONGEST_GAP,
                            "s")
                    .atMost(
                            side + ", CPU time of " + many / few + " times the jobs",
                            more.path("cpuSeconds").asDouble()
                                    / fewer.path("cpuSeconds").asDouble(),
                            (double) many / few,
                            "times");
            if (java.isEmpty()) {
                // Virtual threads are carried by as many as the JVM sees fit; what counts there is the heap.
                result.atMost(
                        side + ", threads that core adds while all wait",
                        more.path("waitingThreads").asInt(),
                        MOST_THREADS,
                        "");
            }
        }

        private JsonNode measure(int jobs) throws Exception {
            Path folder = workshop.emptyFolder("waiting");
            String[] arguments = {remote, folder.toString(), Integer.toString(jobs)};
            JsonNode run = java.isPresent()
                    ? workshop.java(java.get(), List.of(HEAP), WaitingJobs.class, arguments)
                    : workshop.java(List.of(HEAP), WaitingJobs.class, arguments);
            result.row(
                    side,
                    jobs,
                    run.path("mostWaiting").asInt(),
                    run.path("seconds").asDouble(),
                    run.path("cpuSeconds").asDouble(),
                    run.path("polls").asInt(),
                    run.path("waitingThreads").asInt(),
                    run.path("peakThreads").asInt(),
                    run.path("mostHeapMB").asDouble(),
                    run.path("liveHeapMB").asDouble(),
                    run.path("longestGapSeconds").asDouble());
            result.data().withArray("/runs").add(run);
            Workshop.delete(folder);
            return run;
        }
    }
}
