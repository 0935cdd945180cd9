package io.videogen.it.bench.distance;

import com.fasterxml.jackson.databind.JsonNode;
import io.videogen.it.bench.Benchmark;
import io.videogen.it.bench.Project;
import io.videogen.it.bench.Result;
import io.videogen.it.bench.Times;
import io.videogen.it.bench.Workshop;
import io.videogen.it.bench.batch.EngineBatch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Videos of three to nine seconds, all at once, at an API that is far away. Both clients have as many jobs in flight and
 * as short an interval, in new JVMs and in warm ones; a whole Maven run stands beside an empty goal. What a client asks
 * for is counted.
 */
public final class DistanceBenchmark implements Benchmark {

    private static final String OPENAI_JAVA = "io.videogen.it.openai.OpenAiBatch";
    private static final String INTERVAL_MILLIS = "1000";
    private static final String ENGINE = "engine";
    private static final String OTHER = "openai-java";
    private static final String WARM = ", warm JVM";
    private static final String NEW = ", new JVM";
    private static final String MAVEN = "mvn videogen:generate";
    private static final String EMPTY = "mvn, empty goal";

    private final int videos;
    private final int rounds;
    private final int batches;
    private final int warm;
    private final Map<String, Side> sides = new LinkedHashMap<>();

    public DistanceBenchmark() {
        this(100, 3, 7, 3);
    }

    /**
     * @param batches in one JVM
     * @param warm how many of them, the last, count as warm
     */
    DistanceBenchmark(int videos, int rounds, int batches, int warm) {
        this.videos = videos;
        this.rounds = rounds;
        this.batches = batches;
        this.warm = warm;
    }

    @Override
    public String name() {
        return "distance";
    }

    @Override
    public Result run(Workshop workshop) throws Exception {
        Path folder = workshop.emptyFolder("distance");
        try (FarServer server = new FarServer(folder, this::renderTime)) {
            if (batches > 0) {
                measure(server, ENGINE + WARM, batches, warm, () -> engine(workshop, server, batches));
                measure(server, OTHER + WARM, batches, warm, () -> openAiJava(workshop, server, batches));
            }
            for (int round = 0; round < rounds; round++) {
                measure(server, ENGINE + NEW, 1, 1, () -> engine(workshop, server, 1));
                measure(server, OTHER + NEW, 1, 1, () -> openAiJava(workshop, server, 1));
                measure(server, MAVEN, 1, 1, () -> maven(workshop, server));
                measure(
                        server,
                        EMPTY,
                        0,
                        1,
                        () -> List.of(
                                workshop.maven(workshop.folder().resolve("distance-maven"), workshop.goal("help"))));
            }
        }
        return result();
    }

    /** Spread evenly, and for both clients the same. */
    private Duration renderTime(String prompt) {
        int number = Integer.parseInt(prompt.replaceFirst("^Lantern (\\d+) .*", "$1"));
        return Duration.ofMillis(3000 + 6000L * (37L * number % videos) / videos);
    }

    private Result result() {
        Result result = new Result(
                "Distance: " + videos + " videos of 3 to 9 s, all at once, 150 ms away, replies after 300 ms more",
                "client",
                "median s",
                "requests a video",
                "for what",
                "connections");
        sides.forEach((name, side) -> {
            result.row(name, side.median(), side.requests, side.kinds, side.connections);
            side.seconds.forEach(result.data().withArray("/" + name)::add);
        });
        if (batches > 0) {
            result.atMost("engine, warm JVM", median(ENGINE + WARM), median(OTHER + WARM), "s");
        }
        result.atMost("engine, new JVM", median(ENGINE + NEW), median(OTHER + NEW), "s")
                .atMost("whole Maven run", median(MAVEN), median(OTHER + NEW) + median(EMPTY), "s")
                .atMost(
                        "requests a video, whole Maven run",
                        sides.get(MAVEN).requests,
                        sides.get(OTHER + NEW).requests / 2,
                        "")
                .atMost(
                        "the same without thumbnails, which openai-java does not fetch",
                        sides.get(MAVEN).requests - sides.get(MAVEN).thumbnails,
                        sides.get(OTHER + NEW).requests / 2,
                        "");
        return result;
    }

    private double median(String side) {
        return sides.get(side).median();
    }

    private List<Double> engine(Workshop workshop, FarServer server, int count) throws Exception {
        return seconds(workshop.java(
                server.options(),
                EngineBatch.class,
                server.url(),
                workshop.emptyFolder("distance-engine").toString(),
                Integer.toString(videos),
                Integer.toString(count),
                INTERVAL_MILLIS));
    }

    private List<Double> openAiJava(Workshop workshop, FarServer server, int count) throws Exception {
        return seconds(workshop.java(
                server.options(),
                workshop.openAiClassPath(),
                OPENAI_JAVA,
                server.url() + "/v1",
                workshop.emptyFolder("distance-openai-java").toString(),
                Integer.toString(videos),
                Integer.toString(count),
                INTERVAL_MILLIS));
    }

    private static List<Double> seconds(JsonNode result) {
        List<Double> seconds = new ArrayList<>();
        result.path("seconds").forEach(batch -> seconds.add(batch.asDouble()));
        return seconds;
    }

    private List<Double> maven(Workshop workshop, FarServer server) throws Exception {
        Path project = Project.write(
                workshop.emptyFolder("distance-maven"),
                workshop.version(),
                videos,
                "          <concurrency>" + videos + "</concurrency>\n          <pollInterval>" + INTERVAL_MILLIS
                        + "ms</pollInterval>\n");
        Files.writeString(
                Files.createDirectories(project.resolve(".mvn")).resolve("jvm.config"),
                String.join("\n", server.options()));
        return List.of(workshop.maven(project, workshop.goal("generate"), "-Dvideogen.endpoint=" + server.url()));
    }

    private interface Run {
        List<Double> seconds() throws Exception;
    }

    private void measure(FarServer server, String name, int count, int counted, Run run) throws Exception {
        int jobs = server.jobs();
        long requests = server.requests();
        int connections = server.connections();
        List<Double> seconds = run.seconds();
        if (server.jobs() - jobs != count * videos) {
            throw new IllegalStateException(name + " made " + (server.jobs() - jobs) + " jobs");
        }
        long asked = server.requests() - requests;
        Side side = sides.computeIfAbsent(name, ignored -> new Side());
        side.seconds.addAll(seconds.subList(seconds.size() - counted, seconds.size()));
        if (count > 0) {
            side.requests = (double) asked / count / videos;
            side.connections = Integer.toString((server.connections() - connections) / count);
            Map<String, Long> kinds = server.kinds(asked);
            kinds.replaceAll((kind, all) -> Math.round((double) all / count));
            side.thumbnails = kinds.getOrDefault("thumbnails", 0L) / (double) videos;
            side.kinds = kinds.toString().replaceAll("[{}]", "");
        }
    }

    /** Of several new JVMs the last one's requests are told, of one warm JVM those of a batch on the average. */
    private static final class Side {
        private final List<Double> seconds = new ArrayList<>();
        private double requests;
        private double thumbnails;
        private String connections = "";
        private String kinds = "";

        double median() {
            return Times.median(seconds);
        }
    }
}
