package io.videogen.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.videogen.core.output.VideoStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Seeded runs of machines that share a store in bad weather; the profile {@code crash} takes more seeds. */
class SharedFaultyRunsIT {

    private static final long FIRST_SEED = Long.getLong("videogen.it.seed", 1);
    private static final int RUNS = Integer.getInteger("videogen.it.sharedFaultRuns", 30);
    /** They wait most of the time; more at once only keep each other waiting, and send signs of life meanwhile. */
    private static final int AT_ONCE = 16;

    /** Then it is told how far they are: thousands take a while. */
    private static final int STAGE = 250;

    private final Map<VideoStatus, Integer> ends = new EnumMap<>(VideoStatus.class);
    private int deaths;

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 60, unit = TimeUnit.MINUTES)
    void in_any_weather_machines_buy_each_video_once_and_get_it() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        List<Future<String>> runs = new ArrayList<>();
        for (long seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed++) {
            long one = seed;
            runs.add(threads.submit(() -> run(one)));
        }
        List<String> broken = new ArrayList<>();
        for (Future<String> run : runs) {
            broken.add(run.get());
            if (broken.size() % STAGE == 0 || broken.size() == RUNS) {
                tell(broken);
            }
        }
        threads.shutdown();
        assertThat(broken).allMatch(String::isEmpty, "is empty");
        assertThat(ends).containsKeys(VideoStatus.COMPLETED, VideoStatus.UNKNOWN);
    }

    private synchronized void tell(List<String> done) {
        System.out.println(
                done.size() + " runs over a shared store from seed " + FIRST_SEED + ": " + ends + ", " + deaths
                        + " machines died, broken: "
                        + done.stream().filter(one -> !one.isEmpty()).toList());
    }

    /** What is wrong, or an empty text. */
    private String run(long seed) throws IOException {
        Path home = Files.createDirectories(folder.resolve("seed-" + seed));
        try (SharedFaultyRun run = new SharedFaultyRun(seed, home)) {
            Map<VideoStatus, Integer> some = run.run();
            synchronized (this) {
                some.forEach((end, count) -> ends.merge(end, count, Integer::sum));
                deaths += run.deaths();
            }
            return "";
        } catch (IOException | RuntimeException | AssertionError e) {
            return "seed " + seed + ": " + e;
        } finally {
            try (Stream<Path> files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
