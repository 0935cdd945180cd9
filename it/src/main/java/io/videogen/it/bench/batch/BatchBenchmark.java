package io.videogen.it.bench.batch;

import io.videogen.it.bench.Benchmark;
import io.videogen.it.bench.Project;
import io.videogen.it.bench.Result;
import io.videogen.it.bench.Times;
import io.videogen.it.bench.Workshop;
import io.videogen.preview.PreviewServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Videos that the server renders in three seconds each, all at once. Both clients run in a new JVM each time, against
 * one server; only ours records each job durably and checks each clip.
 */
public final class BatchBenchmark implements Benchmark {

    private static final int ROUNDS = 5;
    private static final int VIDEOS = 100;
    private static final double RENDER_SECONDS = 3;
    private static final String OPENAI_JAVA = "io.videogen.it.openai.OpenAiBatch";

    @Override
    public String name() {
        return "batch";
    }

    @Override
    public Result run(Workshop workshop) throws Exception {
        Map<String, List<Double>> times = new LinkedHashMap<>();
        try (PreviewServer server = PreviewServer.canned()) {
            server.script().renderTime(Duration.ofMillis((long) (1000 * RENDER_SECONDS)));
            // The first requests warm the server up, which is no part of what is measured.
            engine(workshop, server);
            for (int round = 0; round < ROUNDS; round++) {
                add(times, "engine", engine(workshop, server));
                add(times, "openai-java", openAiJava(workshop, server));
                add(times, "maven", maven(workshop, server));
                add(times, "maven-empty", empty(workshop));
            }
        }
        double engine = Times.median(times.get("engine"));
        double empty = Times.median(times.get("maven-empty"));
        double maven = Times.median(times.get("maven"));
        double other = Times.median(times.get("openai-java"));
        Result result = new Result(
                        "Batch: " + VIDEOS + " videos of " + RENDER_SECONDS + " s, all at once, polled every 250 ms",
                        "client",
                        "median s",
                        "over the render time s")
                .row("engine, new JVM", engine, engine - RENDER_SECONDS)
                .row("openai-java, 100 threads, new JVM", other, other - RENDER_SECONDS)
                .row("mvn videogen:generate", maven, maven - RENDER_SECONDS)
                .row("mvn, empty goal", empty, "")
                .atMost("engine", engine, 1.2 * RENDER_SECONDS, "s")
                .atMost("whole Maven run", maven, 1.2 * RENDER_SECONDS + empty, "s");
        times.forEach((name, seconds) -> seconds.forEach(result.data().withArray("/" + name)::add));
        return result;
    }

    private static double engine(Workshop workshop, PreviewServer server) throws Exception {
        Path folder = workshop.emptyFolder("batch-engine");
        return counted(server, () -> workshop.java(
                        List.of(), EngineBatch.class, server.baseUrl(), folder.toString(), Integer.toString(VIDEOS))
                .path("seconds")
                .asDouble());
    }

    private static double openAiJava(Workshop workshop, PreviewServer server) throws Exception {
        Path folder = workshop.emptyFolder("batch-openai-java");
        return counted(server, () -> workshop.java(
                        List.of(),
                        workshop.openAiClassPath(),
                        OPENAI_JAVA,
                        server.baseUrl() + "/v1",
                        folder.toString(),
                        Integer.toString(VIDEOS))
                .path("seconds")
                .asDouble());
    }

    private static double maven(Workshop workshop, PreviewServer server) throws Exception {
        Path project = Project.write(
                workshop.emptyFolder("batch-maven"),
                workshop.version(),
                VIDEOS,
                "          <concurrency>" + VIDEOS + "</concurrency>\n          <pollInterval>250ms</pollInterval>\n");
        return counted(
                server,
                () -> workshop.maven(project, workshop.goal("generate"), "-Dvideogen.endpoint=" + server.baseUrl()));
    }

    private static double empty(Workshop workshop) throws Exception {
        return workshop.maven(workshop.folder().resolve("batch-maven"), workshop.goal("help"));
    }

    private interface Run {
        double seconds() throws Exception;
    }

    private static double counted(PreviewServer server, Run run) throws Exception {
        int before = server.jobsCreated();
        double seconds = run.seconds();
        if (server.jobsCreated() != before + VIDEOS) {
            throw new IllegalStateException(server.jobsCreated() - before + " jobs were created");
        }
        return seconds;
    }

    private static void add(Map<String, List<Double>> times, String client, double seconds) {
        times.computeIfAbsent(client, ignored -> new ArrayList<>()).add(seconds);
    }
}
