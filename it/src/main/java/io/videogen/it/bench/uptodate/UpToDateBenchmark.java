package io.videogen.it.bench.uptodate;

import io.videogen.it.bench.Benchmark;
import io.videogen.it.bench.Project;
import io.videogen.it.bench.Result;
import io.videogen.it.bench.Times;
import io.videogen.it.bench.Workshop;
import io.videogen.preview.PreviewServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Real Maven builds: the goal with all videos cached and delivered, beside goals of the same plugin that do nothing. */
public final class UpToDateBenchmark implements Benchmark {

    private static final int ROUNDS = 5;
    private static final int FEW = 100;
    private static final int MANY = 500;

    @Override
    public String name() {
        return "up-to-date";
    }

    @Override
    public Result run(Workshop workshop) throws Exception {
        try (PreviewServer server = PreviewServer.canned()) {
            String endpoint = "-Dvideogen.endpoint=" + server.baseUrl();
            Path few = rendered(workshop, FEW, endpoint);
            Path many = rendered(workshop, MANY, endpoint);
            long requests = requests(server);
            String generate = workshop.goal("generate");
            Map<String, List<Double>> times = new LinkedHashMap<>();
            for (int round = 0; round < ROUNDS; round++) {
                add(times, "help", workshop.maven(few, workshop.goal("help")));
                add(times, "skip-few", workshop.maven(few, generate, endpoint, "-Dvideogen.skip"));
                add(times, "generate-few", workshop.maven(few, generate, endpoint));
                add(times, "skip-many", workshop.maven(many, generate, endpoint, "-Dvideogen.skip"));
                add(times, "generate-many", workshop.maven(many, generate, endpoint));
            }
            if (requests(server) != requests) {
                throw new IllegalStateException("a build that is up to date sent requests");
            }
            return result(times);
        }
    }

    private static Result result(Map<String, List<Double>> times) {
        double empty = Times.median(times.get("help"));
        Result result = new Result(
                "Nothing to do: " + FEW + " and " + MANY + " videos up to date", "build", "median s", "over help ms");
        times.forEach(
                (name, seconds) -> result.row(name, Times.median(seconds), 1000 * (Times.median(seconds) - empty)));
        result.atMost(
                "added to an empty goal (help) by " + FEW + " videos",
                1000 * difference(times, "generate-few", "help"),
                500,
                "ms");
        result.atMost(
                "added per further video",
                1000 * difference(times, "generate-many", "generate-few") / (MANY - FEW),
                2,
                "ms");
        times.forEach((name, seconds) -> seconds.forEach(result.data().withArray("/" + name)::add));
        return result;
    }

    /** Median of the differences within the rounds: what slows the machine for a while slows both sides. */
    private static double difference(Map<String, List<Double>> times, String more, String less) {
        List<Double> differences = new ArrayList<>();
        for (int i = 0; i < times.get(more).size(); i++) {
            differences.add(times.get(more).get(i) - times.get(less).get(i));
        }
        return Times.median(differences);
    }

    private static Path rendered(Workshop workshop, int videos, String endpoint) throws Exception {
        Path project = Project.write(workshop.emptyFolder("up-to-date-" + videos), workshop.version(), videos, "");
        workshop.maven(
                project,
                workshop.goal("generate"),
                endpoint,
                "-Dvideogen.concurrency=100",
                "-Dvideogen.pollInterval=100ms");
        return project;
    }

    private static long requests(PreviewServer server) {
        return server.count("GET") + server.count("POST");
    }

    private static void add(Map<String, List<Double>> times, String build, double seconds) {
        times.computeIfAbsent(build, ignored -> new ArrayList<>()).add(seconds);
    }
}
