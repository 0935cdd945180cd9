package io.videogen.it.bench.waiting;

import com.fasterxml.jackson.databind.JsonNode;
import io.videogen.it.bench.Benchmark;
import io.videogen.it.bench.Result;
import io.videogen.it.bench.Workshop;
import io.videogen.preview.PreviewServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A thousand and ten thousand jobs in flight at once: the engine without a network, and with the real client. */
public final class WaitingBenchmark implements Benchmark {

    private static final int FEW = 1_000;
    private static final int MANY = 10_000;
    private static final String HEAP = "-Xmx200m";
    private static final Duration RENDER_TIME = Duration.ofMinutes(3);

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
        JsonNode few = run(workshop, result, "memory", FEW);
        JsonNode many = run(workshop, result, "memory", MANY);
        goals(result, "in memory", few, many);
        try (PreviewServer server = PreviewServer.canned()) {
            // Long enough that all are created before the first is done.
            server.script().renderTime(RENDER_TIME);
            few = run(workshop, result, server.baseUrl(), FEW);
            many = run(workshop, result, server.baseUrl(), MANY);
            goals(result, "over HTTP", few, many);
        }
        return result;
    }

    private static JsonNode run(Workshop workshop, Result result, String remote, int jobs) throws Exception {
        Path folder = workshop.emptyFolder("waiting");
        JsonNode run =
                workshop.java(List.of(HEAP), WaitingJobs.class, remote, folder.toString(), Integer.toString(jobs));
        result.row(
                remote.equals("memory") ? "in memory" : "over HTTP",
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

    private static void goals(Result result, String side, JsonNode few, JsonNode many) {
        result.atLeast(side + ", waiting at once", many.path("mostWaiting").asInt(), MANY, "jobs")
                .atMost(
                        side + ", threads that core adds while all wait",
                        many.path("waitingThreads").asInt(),
                        32,
                        "")
                .atMost(
                        side + ", longest gap between two polls of a job",
                        many.path("longestGapSeconds").asDouble(),
                        30,
                        "s")
                .atMost(
                        side + ", CPU time of ten times the jobs",
                        many.path("cpuSeconds").asDouble()
                                / few.path("cpuSeconds").asDouble(),
                        10,
                        "times");
    }
}
