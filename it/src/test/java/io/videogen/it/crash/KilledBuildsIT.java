package io.videogen.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds that are killed at random moments, and repeated until done; the profile {@code crash} kills many more. */
class KilledBuildsIT {

    private static final long SEED = Long.getLong("videogen.it.seed", 1);

    @TempDir
    Path folder;

    @Test
    void killedMavenBuildsPayForEachVideoOnce() throws Exception {
        assertPaidOnce("Maven builds", new MavenLauncher(), Integer.getInteger("videogen.it.mavenKills", 3));
    }

    @Test
    void killedJvmsPayForEachVideoOnce() throws Exception {
        assertPaidOnce(
                "plain JVMs", new JvmLauncher(ClassArchive.in(folder)), Integer.getInteger("videogen.it.jvmKills", 8));
    }

    private void assertPaidOnce(String title, Launcher launcher, int kills) throws Exception {
        KilledBuilds.Summary summary;
        try (PaidServer server = new PaidServer()) {
            summary = new KilledBuilds(launcher, server, folder, SEED).run(kills);
        }
        String table = title + ", seed " + SEED + ":" + System.lineSeparator() + summary.table();
        System.out.println(table);
        String report = System.getProperty("videogen.it.report", "");
        if (!report.isEmpty()) {
            Path file = Path.of(report);
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(
                    file, table + System.lineSeparator(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        assertThat(summary.kills()).isGreaterThanOrEqualTo(kills);
        assertThat(summary.duplicates()).as(table).isZero();
    }
}
