package io.videogen.it.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.videogen.preview.script.Operation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user sees who stops a Maven build while jobs are in flight. */
class InterruptedBuildIT {

    private static final int VIDEOS = 4;
    private static final Duration RENDER_TIME = Duration.ofHours(1);
    private static final Duration PROMISED = Duration.ofSeconds(2);
    private static final Duration BUSY_MACHINE = Duration.ofSeconds(2);

    @TempDir
    Path folder;

    @BeforeAll
    static void signalsCanBeSent() {
        assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "only where there is a kill program");
    }

    /** INT is Ctrl-C; TERM is what CI servers send to an aborted build. */
    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void aStoppedBuildEndsSoonNamesItsJobsAndIsTakenUpByTheSameCommand(String signal) throws Exception {
        assumeTrue(!signal.equals("INT") || !ignoresInterrupts(), "started in the background of a shell");
        MavenLauncher maven = new MavenLauncher();
        try (PaidServer server = new PaidServer()) {
            server.preview().script().renderTime(RENDER_TIME);
            VideoSet videos = new VideoSet(
                    "stopped", VIDEOS, Files.createDirectories(folder.resolve("build")), folder.resolve("cache"));
            Process build = maven.start(videos, server.endpoint(), Set.of(), videos.log());
            assertThat(server.await(Operation.STATUS, 2 * VIDEOS)).isTrue();

            long sent = System.nanoTime();
            new ProcessBuilder("/bin/kill", "-" + signal, Long.toString(build.pid()))
                    .start()
                    .waitFor();
            assertThat(build.waitFor(1, TimeUnit.MINUTES)).isTrue();
            Duration took = Duration.ofNanos(System.nanoTime() - sent);

            String log = Files.readString(videos.log());
            System.out.println("Ended " + took.toMillis() + " ms after SIG" + signal);
            assertThat(took).as(log).isLessThan(PROMISED.plus(BUSY_MACHINE));
            for (String name : videos.names()) {
                assertThat(log).contains(server.jobs(videos.prompt(name)));
            }
            assertThat(log).contains("These jobs run on");

            server.pass(RENDER_TIME);
            Process rerun = maven.start(videos, server.endpoint(), Set.of(), videos.log());
            assertThat(rerun.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(rerun.exitValue()).as(Files.readString(videos.log())).isZero();
            new Delivered(videos, server).assertComplete();
            assertThat(server.preview().jobsCreated()).isEqualTo(VIDEOS);
        }
    }

    /** A shell without job control makes its background processes ignore SIGINT, and theirs inherit that. */
    private static boolean ignoresInterrupts() throws Exception {
        Path status = Path.of("/proc/self/status");
        if (Files.notExists(status)) {
            return false;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
    }
}
