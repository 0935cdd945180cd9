package io.videogen.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Builds that are started together, with the same videos and one cache folder. */
class SharedCacheIT {

    private static final int VIDEOS = 20;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void processesWithOneCachePayOnceAndEachDeliversAll(int processes) throws Exception {
        assertPaidOnce(new JvmLauncher(ClassArchive.none()), processes);
    }

    @Test
    void twoMavenBuildsWithOneCachePayOnceAndEachDeliversAll() throws Exception {
        assertPaidOnce(new MavenLauncher(), 2);
    }

    private void assertPaidOnce(Launcher launcher, int processes) throws Exception {
        try (PaidServer server = new PaidServer()) {
            VideoSet all = new VideoSet("race", VIDEOS, folder, folder.resolve("cache"));
            List<VideoSet> builds = new ArrayList<>();
            List<Process> running = new ArrayList<>();
            for (int number = 1; number <= processes; number++) {
                VideoSet videos = all.in(Files.createDirectories(folder.resolve("build-" + number)));
                builds.add(videos);
                running.add(launcher.start(videos, server.endpoint(), Set.of(), videos.log()));
            }
            for (int index = 0; index < processes; index++) {
                assertThat(running.get(index).waitFor(3, TimeUnit.MINUTES)).isTrue();
                assertThat(running.get(index).exitValue())
                        .as(Files.readString(builds.get(index).log()))
                        .isZero();
            }
            for (VideoSet videos : builds) {
                new Delivered(videos, server).assertComplete();
            }
            assertThat(server.preview().jobsCreated()).isEqualTo(VIDEOS);
            assertThat(server.preview().count("POST")).isEqualTo(VIDEOS);
        }
    }
}
