package io.videogen.it.bench.batch;

import com.fasterxml.jackson.databind.JsonNode;
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
 * Videos that the server renders in three seconds each, all at once. All clients run in JVMs of their own, against one
 * server: new ones, which pay for loading classes and compiling as a build does, and warm ones. Only the engine records
 * each job durably and checks each clip; sockets without any library show what the server and the machine can do.
 */
public final class BatchBenchmark implements Benchmark {

    private static final int ROUNDS = 5;
    private static final int VIDEOS = 100;
    /** Batches in one JVM, and how many of them, the last, count as warm. */
    private static final int BATCHES = 14;

    private static final int WARM = 5;
    private static final double RENDER_SECONDS = 3;
    /** Of the other client's time. */
    private static final double MOST_WARM = 1.1;

    private static final String INTERVAL_MILLIS = "250";
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
            times.put("engine-warm", warm(engine(workshop, server, BATCHES)));
            times.put("openai-java-warm", warm(openAiJava(workshop, server, BATCHES)));
            for (int round = 0; round < ROUNDS; round++) {
                add(times, "engine-new", engine(workshop, server, 1).get(0));
                add(times, "openai-java-new", openAiJava(workshop, server, 1).get(0));
                add(times, "sockets-new", sockets(workshop, server));
                add(times, "maven", maven(workshop, server));
                add(times, "maven-empty", empty(workshop));
            }
        }
        double engine = Times.median(times.get("engine-new"));
        double warm = Times.median(times.get("engine-warm"));
        double other = Times.median(times.get("openai-java-new"));
        double otherWarm = Times.median(times.get("openai-java-warm"));
        double empty = Times.median(times.get("maven-empty"));
        double maven = Times.median(times.get("maven"));
        Result result = new Result(
                "Batch: " + VIDEOS + " videos of " + RENDER_SECONDS + " s, all at once, polled every 250 ms",
                "client",
                "median s",
                "over the render time s");
        row(result, "engine, warm JVM", warm);
        row(result, "openai-java, 100 threads, warm JVM", otherWarm);
        row(result, "engine, new JVM", engine);
        row(result, "openai-java, 100 threads, new JVM", other);
        row(result, "sockets alone, 100 threads, new JVM", Times.median(times.get("sockets-new")));
        row(result, "mvn videogen:generate", maven);
        result.row("mvn, empty goal", empty, "")
                .atMost("engine, warm JVM", warm, MOST_WARM * otherWarm, "s")
                .atMost("engine, new JVM", engine, other, "s")
                .atMost("whole Maven run", maven, other + empty, "s");
        times.forEach((name, seconds) -> seconds.forEach(result.data().withArray("/" + name)::add));
        return result;
    }

    private static void row(Result result, String client, double seconds) {
        result.row(client, seconds, seconds - RENDER_SECONDS);
    }

    private static List<Double> warm(List<Double> batches) {
        return batches.subList(batches.size() - WARM, batches.size());
    }

    private static List<Double> engine(Workshop workshop, PreviewServer server, int batches) throws Exception {
        Path folder = workshop.emptyFolder("batch-engine");
        return counted(
                server,
                batches,
                () -> seconds(workshop.java(
                        List.of(),
                        EngineBatch.class,
                        server.baseUrl(),
                        folder.toString(),
                        Integer.toString(VIDEOS),
                        Integer.toString(batches),
                        INTERVAL_MILLIS)));
    }

    private static List<Double> openAiJava(Workshop workshop, PreviewServer server, int batches) throws Exception {
        Path folder = workshop.emptyFolder("batch-openai-java");
        return counted(
                server,
                batches,
                () -> seconds(workshop.java(
                        List.of(),
                        workshop.openAiClassPath(),
                        OPENAI_JAVA,
                        server.baseUrl() + "/v1",
                        folder.toString(),
                        Integer.toString(VIDEOS),
                        Integer.toString(batches),
                        INTERVAL_MILLIS)));
    }

    private static double sockets(Workshop workshop, PreviewServer server) throws Exception {
        Path folder = workshop.emptyFolder("batch-sockets");
        return counted(
                        server,
                        1,
                        () -> seconds(workshop.java(
                                List.of(),
                                SocketBatch.class,
                                server.baseUrl(),
                                folder.toString(),
                                Integer.toString(VIDEOS))))
                .get(0);
    }

    private static List<Double> seconds(JsonNode result) {
        List<Double> seconds = new ArrayList<>();
        result.path("seconds").forEach(batch -> seconds.add(batch.asDouble()));
        return seconds;
    }

    private static double maven(Workshop workshop, PreviewServer server) throws Exception {
        Path project = Project.write(
                workshop.emptyFolder("batch-maven"),
                workshop.version(),
                VIDEOS,
                "          <concurrency>" + VIDEOS + "</concurrency>\n          <pollInterval>250ms</pollInterval>\n");
        return counted(
                        server,
                        1,
                        () -> List.of(workshop.maven(
                                project, workshop.goal("generate"), "-Dvideogen.endpoint=" + server.baseUrl())))
                .get(0);
    }

    private static double empty(Workshop workshop) throws Exception {
        return workshop.maven(workshop.folder().resolve("batch-maven"), workshop.goal("help"));
    }

    private interface Run {
        List<Double> seconds() throws Exception;
    }

    private static List<Double> counted(PreviewServer server, int batches, Run run) throws Exception {
        int before = server.jobsCreated();
        List<Double> seconds = run.seconds();
        int created = server.jobsCreated() - before;
        if (created != batches * VIDEOS || seconds.size() != batches) {
            throw new IllegalStateException(created + " jobs were created in " + seconds.size() + " batches");
        }
        return seconds;
    }

    private static void add(Map<String, List<Double>> times, String client, double seconds) {
        times.computeIfAbsent(client, ignored -> new ArrayList<>()).add(seconds);
    }
}
