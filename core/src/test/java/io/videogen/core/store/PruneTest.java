package io.videogen.core.store;

import static io.videogen.core.store.StoreFixture.NOW;
import static io.videogen.core.store.StoreFixture.bytes;
import static io.videogen.core.store.StoreFixture.job;
import static io.videogen.core.store.StoreFixture.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.videogen.core.VideogenException;
import io.videogen.core.artifact.ArtifactKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PruneTest {

    @TempDir
    private Path directory;

    private StoreFixture fixture;
    private ClipStore store;

    @BeforeEach
    void open() {
        fixture = new StoreFixture(directory);
        store = fixture.store;
    }

    @Test
    void the_store_lists_its_clips_by_name_with_size_and_age() throws IOException {
        fixture.keep(key(1), "outro", bytes("12345"));
        fixture.keep(key(2), "intro", bytes("123"));
        fixture.clock.pass(Duration.ofHours(5));

        assertThat(store.entries()).extracting(entry -> entry.facts().name()).containsExactly("intro", "outro");
        assertThat(store.entries().get(1)).satisfies(entry -> {
            assertThat(entry.bytes()).isEqualTo(5);
            assertThat(entry.age()).isEqualTo(Duration.ofHours(5));
            assertThat(entry.lastUsed()).isEqualTo(NOW);
            assertThat(entry.facts().model()).contains("sora-2");
        });
    }

    @Test
    void a_clock_that_jumped_back_makes_no_negative_age_and_prunes_nothing() throws IOException {
        fixture.keep(key(1), "intro", bytes("a clip"));
        fixture.clock.set(Instant.parse("2020-01-01T00:00:00Z"));

        assertThat(store.entries().get(0).age()).isZero();
        assertThat(store.prune(Duration.ZERO).clips()).isEmpty();
        assertThat(store.find(key(1))).isPresent();
        assertThat(store.entries().get(0).lastUsed()).isEqualTo(fixture.clock.instant());
    }

    @Test
    void clips_not_used_for_so_long_are_removed_and_used_ones_stay() throws IOException {
        fixture.keep(key(1), "old", bytes("a clip"));
        fixture.keep(key(2), "used", bytes("a clip"));
        fixture.clock.pass(Duration.ofDays(20));
        assertThat(store.find(key(2))).isPresent();
        fixture.clock.pass(Duration.ofDays(20));

        Pruned pruned = store.prune(Duration.ofDays(30));

        assertThat(pruned.clips()).extracting(entry -> entry.facts().name()).containsExactly("old");
        assertThat(store.find(key(1))).isEmpty();
        assertThat(store.find(key(2))).isPresent();
        assertThat(fixture.warnings).isEmpty();
        assertThat(directory.resolve("trash")).doesNotExist();
    }

    @Test
    void a_use_is_written_down_at_most_once_a_day() throws IOException {
        fixture.keep(key(1), "intro", bytes("a clip"));
        fixture.clock.pass(Duration.ofHours(23));
        store.find(key(1));
        assertThat(store.entries().get(0).lastUsed()).isEqualTo(NOW);

        fixture.clock.pass(Duration.ofHours(2));
        store.find(key(1));
        assertThat(store.entries().get(0).lastUsed()).isEqualTo(NOW.plus(Duration.ofHours(25)));
    }

    @Test
    void jobs_in_flight_and_locked_keys_are_left_alone() throws IOException {
        fixture.keep(key(1), "refreshed", bytes("a clip"));
        fixture.keep(key(2), "locked", bytes("a clip"));
        fixture.keep(key(3), "unreadable", bytes("a clip"));
        store.ledger().save(job(key(1), "refreshed", "WAITING"));
        store.ledger().save(job(key(3), "unreadable", "WAITING"));
        Files.write(directory.resolve("jobs").resolve(key(3) + ".json"), bytes("{"));
        Files.write(store.partFile(key(1), ArtifactKind.VIDEO, 0), bytes("half a clip"));
        fixture.clock.pass(Duration.ofDays(4000));

        try (ForkedJvm other = ForkedJvm.start("hold", directory.toString(), key(2))) {
            assertThat(other.readLine()).isEqualTo("held");
            Pruned pruned = store.prune(Duration.ZERO);
            assertThat(pruned.clips()).isEmpty();
            assertThat(pruned.leftovers()).isEmpty();
        }
        assertThat(store.entries()).hasSize(3);
        assertThat(store.partFile(key(1), ArtifactKind.VIDEO, 0)).hasContent("half a clip");
    }

    @Test
    void parts_without_a_job_go_after_a_week() throws IOException {
        Path part = Files.write(store.partFile(key(1), ArtifactKind.VIDEO, 0), bytes("half a clip"));
        Files.setLastModifiedTime(part, FileTime.from(NOW));
        Files.setLastModifiedTime(part.getParent(), FileTime.from(NOW));
        fixture.clock.pass(Duration.ofDays(6));
        assertThat(store.prune(Duration.ZERO).leftovers()).isEmpty();

        fixture.clock.pass(Duration.ofDays(2));
        assertThat(store.prune(Duration.ZERO).leftovers()).containsExactly(part.getParent());
        assertThat(part).doesNotExist();
    }

    @Test
    void clips_that_were_set_aside_go_when_they_are_as_old() throws IOException {
        Files.write(
                fixture.keep(key(1), "intro", bytes("a clip")).videos().get(0).path(), bytes("bad"));
        store.find(key(1));

        fixture.clock.pass(Duration.ofDays(29));
        assertThat(store.prune(Duration.ofDays(30)).leftovers()).isEmpty();
        fixture.clock.pass(Duration.ofDays(2));
        assertThat(store.prune(Duration.ofDays(30)).leftovers()).hasSize(1);
        assertThat(directory.resolve("set-aside")).isEmptyDirectory();
    }

    @Test
    void digests_of_files_that_are_gone_are_forgotten() throws IOException {
        Path image = Files.write(directory.resolve("image.png"), bytes("image"));
        store.digests().sha256(image);
        store.digests().save();
        store.prune(Duration.ZERO);
        assertThat(directory.resolve("digests")).isNotEmptyDirectory();

        Files.delete(image);
        store.prune(Duration.ZERO);
        assertThat(directory.resolve("digests")).isEmptyDirectory();
    }

    @Test
    void a_negative_age_is_refused() {
        assertThatExceptionOfType(VideogenException.class)
                .isThrownBy(() -> store.prune(Duration.ofDays(-1)))
                .withMessageContaining("negative");
    }
}
