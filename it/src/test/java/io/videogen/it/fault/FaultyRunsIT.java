package io.videogen.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Thousands of seeded runs in bad weather; the profile {@code crash} takes more seeds. */
class FaultyRunsIT {

    private static final long FIRST_SEED = Long.getLong("videogen.it.seed", 1);
    private static final int RUNS = Integer.getInteger("videogen.it.faultRuns", 200);

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void inAnyWeatherEachVideoIsPaidOnceAndArrivesOrSaysWhy() {
        Map<FaultyRun.End, Integer> ends = new EnumMap<>(FaultyRun.End.class);
        Queue<String> broken = new ConcurrentLinkedQueue<>();
        LongStream.range(FIRST_SEED, FIRST_SEED + RUNS).parallel().forEach(seed -> {
            try {
                Map<FaultyRun.End, Integer> some = run(seed);
                synchronized (ends) {
                    some.forEach((end, count) -> ends.merge(end, count, Integer::sum));
                }
            } catch (IOException | InterruptedException | RuntimeException | AssertionError e) {
                broken.add("seed " + seed + ": " + e);
            }
        });
        System.out.println(RUNS + " runs in bad weather from seed " + FIRST_SEED + ": " + ends);
        assertThat(broken).isEmpty();
        assertThat(ends).containsKeys(FaultyRun.End.COMPLETED, FaultyRun.End.UNKNOWN);
    }

    private Map<FaultyRun.End, Integer> run(long seed) throws IOException, InterruptedException {
        Path parts = Files.createDirectories(folder.resolve("seed-" + seed));
        try (FaultyRun run = new FaultyRun(seed, parts)) {
            return run.run();
        } finally {
            try (Stream<Path> files = Files.list(parts)) {
                files.forEach(file -> file.toFile().delete());
            }
            Files.delete(parts);
        }
    }
}
