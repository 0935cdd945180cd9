package io.videogen.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.artifact.ArtifactKind;
import io.videogen.core.artifact.ArtifactLocation;
import io.videogen.core.download.DownloadSettings;
import io.videogen.core.download.Downloader;
import io.videogen.core.http.Endpoint;
import io.videogen.core.http.HttpSettings;
import io.videogen.core.http.HttpTransport;
import io.videogen.core.poll.FileLengthHistory;
import io.videogen.core.poll.JobLength;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A cache directory that somebody else on this machine could write before we did. */
@DisabledOnOs(OS.WINDOWS)
class PreparedCacheTest {

    private static final String KEY = StoreFixture.key(1);
    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private Path cache;
    private Path victim;
    private StoreFixture fixture;

    @BeforeEach
    void prepare() throws Exception {
        cache = folder.resolve("cache");
        victim = Files.writeString(folder.resolve("victim"), "precious");
        fixture = new StoreFixture(cache);
    }

    @Test
    void a_hard_link_in_place_of_a_download_overwrites_nothing() throws Exception {
        Path part = fixture.store.partFile(KEY, ArtifactKind.VIDEO, 0);
        Files.deleteIfExists(part);
        Files.createLink(part, victim);

        assertRefused(() -> download(part));
        assertThat(victim).hasContent("precious");
    }

    @Test
    void a_link_in_place_of_a_lock_is_not_followed() throws Exception {
        Files.createDirectories(cache.resolve("locks"));
        Path target = folder.resolve("made-by-us");
        Files.createSymbolicLink(cache.resolve("locks").resolve(KEY.substring(0, 1)), target);

        assertRefused(() -> fixture.store.tryLock(KEY));
        assertThat(target).doesNotExist();
    }

    @Test
    void a_link_among_the_lengths_of_jobs_is_not_followed() throws Exception {
        Path lengths = cache.resolve("lengths");
        FileLengthHistory history = new FileLengthHistory(lengths);
        JobLength length = new JobLength(Duration.ofSeconds(90), OptionalDouble.empty());
        history.add("m", length);
        Path file = CacheLayout.list(lengths).get(0);
        for (boolean hard : new boolean[] {true, false}) {
            Files.delete(file);
            if (hard) {
                Files.createLink(file, victim);
            } else {
                Files.createSymbolicLink(file, victim);
            }

            history.add("m", length);

            assertThat(victim).hasContent("precious");
            assertThat(history.of("m")).isEmpty();
        }
    }

    @Test
    void a_link_in_place_of_the_mark_of_use_is_not_followed() throws Exception {
        fixture.keep(KEY, "a", StoreFixture.bytes("clip"));
        Path used = cache.resolve("clips").resolve(KEY).resolve(ClipFolders.USED);
        Files.delete(used);
        Files.createSymbolicLink(used, victim);
        Object before = Files.getLastModifiedTime(victim);
        fixture.clock.pass(Duration.ofDays(3));

        assertThat(fixture.store.find(KEY)).isPresent();

        assertThat(Files.getLastModifiedTime(victim)).isEqualTo(before);
    }

    @Test
    void a_pipe_in_place_of_a_record_does_not_hang_the_build() throws Exception {
        fixture.keep(KEY, "a", StoreFixture.bytes("clip"));
        fixture.store.ledger().save(StoreFixture.job(KEY, "a", "WAITING"));
        fixture.store.digests().sha256(victim);
        fixture.store.digests().save();
        FileLengthHistory history = new FileLengthHistory(cache.resolve("lengths"));
        history.add("m", new JobLength(Duration.ofSeconds(90), OptionalDouble.empty()));
        List<Path> records = files();
        for (Path record : records) {
            Files.delete(record);
            assertThat(new ProcessBuilder("mkfifo", record.toString()).start().waitFor())
                    .isZero();
        }

        assertTimeoutPreemptively(SOON, () -> {
            assertRefused(() -> ClipStore.open(cache, fixture.clock, ignored -> {}));
            assertThat(fixture.store.peek(KEY)).isEmpty();
            assertRefused(() -> fixture.store.ledger().find(KEY));
            assertThat(fixture.store.ledger().contents().damaged()).hasSize(1);
            assertThat(fixture.store.digests().sha256(victim)).hasSize(64);
            assertThat(history.of("m")).isEmpty();
            history.add("m", new JobLength(Duration.ofSeconds(90), OptionalDouble.empty()));
            assertThat(fixture.store.entries()).isEmpty();
        });
    }

    @Test
    void a_folder_that_is_a_link_is_not_written_to() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.createDirectories(cache);
        for (String name : List.of("jobs", "parts", "locks")) {
            Files.createSymbolicLink(cache.resolve(name), elsewhere);
        }

        assertRefused(() -> fixture.store.ledger().save(StoreFixture.job(KEY, "a", "WAITING")));
        assertRefused(() -> fixture.store.partFile(KEY, ArtifactKind.VIDEO, 0));
        assertRefused(() -> fixture.store.tryLock(KEY));
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void what_we_make_is_for_this_user_alone() throws Exception {
        fixture.keep(KEY, "a", StoreFixture.bytes("clip"));
        fixture.store.ledger().save(StoreFixture.job(StoreFixture.key(2), "b", "WAITING"));
        fixture.store.digests().sha256(victim);
        fixture.store.digests().save();
        new FileLengthHistory(cache.resolve("lengths"))
                .add("m", new JobLength(Duration.ofSeconds(90), OptionalDouble.empty()));
        fixture.store.partFile(StoreFixture.key(3), ArtifactKind.VIDEO, 0);

        assertThat(files()).hasSizeGreaterThan(6).allSatisfy(file -> assertThat(rights(file))
                .isEqualTo("rw-------"));
        try (Stream<Path> all = Files.walk(cache)) {
            assertThat(all.filter(Files::isDirectory).toList())
                    .hasSizeGreaterThan(6)
                    .allSatisfy(made -> assertThat(rights(made)).isEqualTo("rwx------"));
        }
    }

    private List<Path> files() throws Exception {
        try (Stream<Path> all = Files.walk(cache)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static String rights(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static void download(Path part) throws InterruptedException {
        try (HttpTransport transport = new HttpTransport(HttpSettings.defaults())) {
            new Downloader(
                            transport,
                            Endpoint.parse("https://api.example", false),
                            Optional.empty(),
                            DownloadSettings.defaults(),
                            Clock.systemUTC())
                    .fetch(
                            new ArtifactLocation(URI.create("data:video/mp4;base64,AAAA"), false, OptionalLong.empty()),
                            ArtifactKind.VIDEO,
                            part,
                            SOON);
        }
    }

    private static void assertRefused(ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(VideogenException.class, e -> assertThat(e.kind())
                .isEqualTo(ErrorKind.STORAGE));
    }
}
