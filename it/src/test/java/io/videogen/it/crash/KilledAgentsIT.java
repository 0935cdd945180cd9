package io.videogen.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.videogen.store.s3.FakeS3;
import io.videogen.store.s3.Radosgw;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Machines that share a store and are killed; the profiles {@code crash} and {@code ceph} kill many more. */
class KilledAgentsIT {

    private static final long SEED = Long.getLong("videogen.it.seed", 1);
    private static final int KILLS = Integer.getInteger("videogen.it.agentKills", 6);

    @TempDir
    Path folder;

    @Test
    void killedAgentsWithANewCacheAtEachStartPayForEachVideoOnce() throws Exception {
        try (FakeS3 storage = new FakeS3()) {
            assertPaidOnce("agents with new caches, fake storage", storage.location("it"), 2, 0, true);
        }
    }

    @Test
    @Tag("ceph")
    void fourKilledAgentsOnCephPayForEachVideoOnce() throws Exception {
        try (Radosgw ceph = Radosgw.start(Files.createDirectories(folder.resolve("ceph")))) {
            assertPaidOnce("four agents, radosgw", ceph.location("clips", "it"), 4, 0, false);
        }
    }

    @Test
    @Tag("ceph")
    void clocksThatAreAnHourApartChangeNothing() throws Exception {
        try (Radosgw ceph = Radosgw.start(Files.createDirectories(folder.resolve("ceph")))) {
            assertPaidOnce("four agents an hour apart, radosgw", ceph.location("clips", "it"), 4, 1, false);
        }
    }

    private void assertPaidOnce(String title, String store, int agents, int hoursApart, boolean freshCaches)
            throws Exception {
        ClassArchive classes = ClassArchive.in(folder);
        KilledAgents.Summary summary;
        try (PaidServer server = new PaidServer();
                WatchedStore watched = new WatchedStore(store)) {
            List<Launcher> launchers = new ArrayList<>();
            for (int number = 0; number < agents; number++) {
                launchers.add(new JvmLauncher(
                        classes,
                        List.of(
                                "-D" + PlainBuild.STORE + "=" + watched.location(),
                                "-D" + PlainBuild.CLOCK_AHEAD + "=" + number * hoursApart)));
            }
            summary = new KilledAgents(launchers, freshCaches, server, watched, folder, SEED).run(KILLS);
        }
        String table = title + ", seed " + SEED + ":" + System.lineSeparator() + summary.table();
        System.out.println(table);
        report(table);
        assertThat(summary.kills()).isGreaterThanOrEqualTo(KILLS);
        assertThat(summary.duplicates()).as(table).isZero();
    }

    private static void report(String table) throws IOException {
        String report = System.getProperty("videogen.it.report", "");
        if (!report.isEmpty()) {
            Path file = Path.of(report);
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(
                    file, table + System.lineSeparator(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }
}
