package io.videogen.it.bench.shared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.videogen.it.bench.Benchmark;
import io.videogen.it.bench.Result;
import io.videogen.it.bench.Times;
import io.videogen.it.bench.Workshop;
import io.videogen.preview.PreviewServer;
import io.videogen.preview.clip.CannedClipPainter;
import io.videogen.store.s3.FakeS3;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Machines, each a process with an empty cache, before one storage and one API. The storage is the fake, which counts
 * requests and adds no network of its own.
 */
public final class SharedBenchmark implements Benchmark {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MACHINES = 20;
    private static final int VIDEOS = 50;
    private static final int KEPT = 10_000;
    private static final double RENDER_SECONDS = 60;
    private static final long LARGE = 1L << 30;
    private static final int ROUNDS = 5;
    private static final List<String> OPTIONS =
            List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData");
    /** The first compiler alone knows no SHA-256 of the processor, and digests at a tenth of the speed. */
    private static final List<String> ALL_COMPILERS = List.of("-Xmx128m", "-XX:+UseSerialGC");

    @Override
    public String name() {
        return "shared";
    }

    @Override
    public Result run(Workshop workshop) throws Exception {
        Result result = new Result("Shared store: requests, and " + MACHINES + " machines at once", "case", "measured");
        try (PreviewServer server = PreviewServer.canned();
                FakeS3 storage = new FakeS3()) {
            Path folder = workshop.emptyFolder("shared");
            requests(result, "", workshop, server, storage, folder);
            String record = storage.keys().stream()
                    .filter(key -> key.contains("/jobs/"))
                    .findFirst()
                    .flatMap(storage::text)
                    .orElseThrow();
            for (int number = 0; number < KEPT; number++) {
                storage.put("bench/jobs/%064x.json".formatted(number), record.getBytes(StandardCharsets.UTF_8));
            }
            requests(
                    result,
                    ", " + KEPT + " clips in the store",
                    workshop,
                    server,
                    storage,
                    Files.createDirectories(folder.resolve("full")));
            hit(result, workshop, storage, folder);
            together(result, workshop, server, storage, folder);
        }
        return result;
    }

    /** Beside a process that does no more than open the same client and copy the same file to the same disk. */
    private static void hit(Result result, Workshop workshop, FakeS3 storage, Path folder) throws Exception {
        List<String> before = storage.keys();
        try (PreviewServer server =
                PreviewServer.builder().painter(new CannedClipPainter(LARGE)).start()) {
            machine(ALL_COMPILERS, workshop, server, storage, folder.resolve("seller"), 5_000_000, 1);
            String file = added(storage, before, "/files/", ".mp4");
            String key = added(storage, before, "/jobs/", ".json").replaceAll(".*/|\\.json$", "");
            List<Double> plain = new ArrayList<>();
            List<Double> kept = new ArrayList<>();
            List<Double> delivered = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                Path copy = folder.resolve("plain-" + round + ".mp4");
                plain.add(seconds(workshop.java(
                        ALL_COMPILERS,
                        PlainSide.class,
                        storage.location("bench"),
                        file.substring("bench/".length()),
                        copy.toString())));
                Files.delete(copy);
                Path keeper = folder.resolve("keeper-" + round);
                kept.add(seconds(workshop.java(
                        ALL_COMPILERS, HitSide.class, storage.location("bench"), keeper.toString(), key)));
                Workshop.delete(keeper);
                Path taker = folder.resolve("taker-" + round);
                delivered.add(seconds(machine(ALL_COMPILERS, workshop, server, storage, taker, 5_000_000, 1)));
                Workshop.delete(taker);
            }
            storage.remove(file);
            Workshop.delete(folder.resolve("seller"));
            result.row("1 GiB of another machine, plain download, seconds", Times.median(plain))
                    .row("1 GiB of another machine, checked and kept, seconds", Times.median(kept))
                    .row("1 GiB of another machine, whole build that delivers it, seconds", Times.median(delivered))
                    .atMost(
                            "1 GiB of another machine, against a plain download",
                            Times.median(kept) / Times.median(plain),
                            1.1,
                            "times");
        }
    }

    private static String added(FakeS3 storage, List<String> before, String below, String suffix) {
        return storage.keys().stream()
                .filter(key -> key.contains(below) && key.endsWith(suffix) && !before.contains(key))
                .findFirst()
                .orElseThrow();
    }

    private static double seconds(JsonNode side) {
        return side.path("seconds").asDouble();
    }

    private static void requests(
            Result result, String title, Workshop workshop, PreviewServer server, FakeS3 storage, Path folder)
            throws Exception {
        server.script().renderTime(Duration.ofSeconds(1));
        int first = title.isEmpty() ? 1_000_000 : 2_000_000;
        Path one = folder.resolve("one");
        storage.forgetRequests();
        machine(workshop, server, storage, one, first, 1);
        long bought = requests(storage);
        storage.forgetRequests();
        JsonNode warm = machine(workshop, server, storage, one, first, 1);
        long nothing = storage.requests().size();
        storage.forgetRequests();
        machine(workshop, server, storage, folder.resolve("two"), first, 1);
        long taken = storage.requests().size();
        long files =
                storage.keys().stream().filter(key -> key.contains("/files/")).count() > 1 ? 2 : 1;
        result.row("new clip with a thumbnail, requests" + title, bought)
                .row("the same again, requests" + title, nothing)
                .row(
                        "the same again, client loaded" + title,
                        warm.path("opened").asBoolean())
                .row("clip of another machine, requests" + title, taken)
                .atMost("new clip, requests" + title, bought, 7 + files - 1, "")
                .atMost("nothing to do, requests" + title, nothing, 0, "")
                .atMost(
                        "nothing to do, clients loaded" + title,
                        warm.path("opened").asBoolean() ? 1 : 0,
                        0,
                        "")
                .atMost("clip of another machine, requests" + title, taken, 1 + files, "");
    }

    /** Probe and heartbeats are counted apart. */
    private static long requests(FakeS3 storage) {
        return storage.requests().stream()
                .filter(request -> !request.contains("/probe/"))
                .count();
    }

    private static void together(Result result, Workshop workshop, PreviewServer server, FakeS3 storage, Path folder)
            throws Exception {
        server.script().renderTime(Duration.ofMillis((long) (1000 * RENDER_SECONDS)));
        double alone = machine(workshop, server, storage, folder.resolve("alone"), 3_000_000, VIDEOS)
                .path("seconds")
                .asDouble();
        AtOnce asking = atOnce(
                folder,
                "asking",
                AskingSide.class,
                machine -> List.of(storage.location("bench"), machine.toString(), Integer.toString(VIDEOS)));
        long before = server.jobsCreated();
        storage.forgetRequests();
        AtOnce building = atOnce(
                folder,
                "machine",
                MachineSide.class,
                machine -> List.of(
                        server.baseUrl(),
                        storage.location("bench"),
                        machine.toString(),
                        Integer.toString(4_000_000),
                        Integer.toString(VIDEOS)));
        long created = server.jobsCreated() - before;
        result.row("one machine, " + VIDEOS + " clips of " + RENDER_SECONDS + " s, seconds", alone)
                .row(MACHINES + " machines, the same clips, seconds from the last one's start", building.seconds())
                .row(MACHINES + " machines, seconds of processor in all", building.cpu())
                .row(MACHINES + " machines that only start and ask for the clips, seconds", asking.seconds())
                .row(MACHINES + " machines that only start and ask, seconds of processor in all", asking.cpu())
                .row(MACHINES + " machines, jobs created", created)
                .row(MACHINES + " machines, requests", storage.requests().size())
                .row(MACHINES + " machines, without all clips", building.failed())
                .atMost(MACHINES + " machines, jobs created", created, VIDEOS, "")
                .atMost(MACHINES + " machines, without all clips", building.failed() + asking.failed(), 0, "")
                .atMost(MACHINES + " machines against one", building.seconds() / alone, 1.3, "times");
    }

    private record AtOnce(double seconds, double cpu, int failed) {}

    /** Processes that are started together; the seconds count from the last one's start. */
    private static AtOnce atOnce(Path folder, String name, Class<?> main, Function<Path, List<String>> arguments)
            throws IOException, InterruptedException {
        List<Process> running = new ArrayList<>();
        for (int number = 0; number < MACHINES; number++) {
            running.add(new ProcessBuilder(command(main, arguments.apply(folder.resolve(name + "-" + number))))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve(name + "-" + number + ".log").toFile())
                    .start());
        }
        long start = System.nanoTime();
        int failed = 0;
        double cpu = 0;
        for (int number = 0; number < MACHINES; number++) {
            if (running.get(number).waitFor() == 0) {
                cpu += lastLine(folder.resolve(name + "-" + number + ".log"))
                        .path("cpu")
                        .asDouble();
            } else {
                failed++;
            }
        }
        return new AtOnce(Times.since(start), cpu, failed);
    }

    private static JsonNode machine(
            Workshop workshop, PreviewServer server, FakeS3 storage, Path folder, int first, int videos)
            throws Exception {
        return machine(OPTIONS, workshop, server, storage, folder, first, videos);
    }

    private static JsonNode machine(
            List<String> options,
            Workshop workshop,
            PreviewServer server,
            FakeS3 storage,
            Path folder,
            int first,
            int videos)
            throws Exception {
        return workshop.java(
                options,
                MachineSide.class,
                server.baseUrl(),
                storage.location("bench"),
                folder.toString(),
                Integer.toString(first),
                Integer.toString(videos));
    }

    private static JsonNode lastLine(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return JSON.readTree(lines.get(lines.size() - 1));
    }

    private static List<String> command(Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return command;
    }
}
