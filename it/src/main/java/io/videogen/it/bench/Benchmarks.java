package io.videogen.it.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.it.bench.batch.BatchBenchmark;
import io.videogen.it.bench.distance.DistanceBenchmark;
import io.videogen.it.bench.download.DownloadBenchmark;
import io.videogen.it.bench.film.FilmBenchmark;
import io.videogen.it.bench.footprint.FootprintBenchmark;
import io.videogen.it.bench.poll.PollBenchmark;
import io.videogen.it.bench.shared.SharedBenchmark;
import io.videogen.it.bench.uptodate.UpToDateBenchmark;
import io.videogen.it.bench.waiting.WaitingBenchmark;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Runs all benchmarks, or those named, one after the other; prints their tables and writes a JSON file for each.
 *
 * <p>Arguments: the names, comma-separated, or {@code all}. What it works with comes in system properties, set by the
 * profile {@code benchmark}.
 */
public final class Benchmarks {

    private static final List<Benchmark> ALL = List.of(
            new PollBenchmark(),
            new UpToDateBenchmark(),
            new BatchBenchmark(),
            new DistanceBenchmark(),
            new WaitingBenchmark(),
            new DownloadBenchmark(),
            new FootprintBenchmark(),
            new FilmBenchmark(),
            new SharedBenchmark());

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(property("folder"));
        Path openAi = property("openai");
        Workshop workshop = new Workshop(
                folder,
                property("maven"),
                property("repository"),
                property("localRepository"),
                System.getProperty("benchmark.version"),
                openAi.resolve("classes")
                        + java.io.File.pathSeparator
                        + Files.readString(openAi.resolve("class-path.txt")).strip(),
                Optional.ofNullable(System.getProperty("benchmark.newerJava"))
                        .filter(home -> !home.isBlank())
                        .map(Path::of));
        List<String> names = List.of(arguments[0].split(","));
        for (Benchmark benchmark : ALL) {
            if (names.contains("all") || names.contains(benchmark.name())) {
                ObjectNode machine = machine();
                Result result = benchmark.run(workshop);
                ObjectNode json = result.toJson();
                json.set("machine", machine);
                Files.writeString(folder.resolve(benchmark.name() + ".json"), json.toPrettyString());
                System.out.println(result.toText());
            }
        }
        System.exit(0);
    }

    private static Path property(String name) {
        return Path.of(System.getProperty("benchmark." + name)).toAbsolutePath();
    }

    /** The load tells how far the numbers can be trusted: on an idle machine it is below the number of processors. */
    private static ObjectNode machine() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        return JsonNodeFactory.instance
                .objectNode()
                .put("startedAt", Instant.now().toString())
                .put("processors", system.getAvailableProcessors())
                .put("loadAverageAtStart", system.getSystemLoadAverage())
                .put("system", system.getName() + " " + system.getVersion() + " " + system.getArch())
                .put("java", System.getProperty("java.runtime.version"));
    }
}
