package io.videogen.core.store;

import static io.videogen.core.store.StoreFixture.bytes;
import static io.videogen.core.store.StoreFixture.done;
import static io.videogen.core.store.StoreFixture.facts;
import static io.videogen.core.store.StoreFixture.key;
import static io.videogen.core.store.StoreFixture.thumbnail;
import static io.videogen.core.store.StoreFixture.video;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.artifact.ArtifactKind;
import io.videogen.core.artifact.Stills;
import io.videogen.core.engine.RenderState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipStoreTest {

    private static final String KEY = key(1);

    @TempDir
    private Path temporary;

    private StoreFixture fixture;
    private ClipStore store;

    @BeforeEach
    void open() {
        fixture = new StoreFixture(temporary.resolve("a cache \u00e9\u6f22/videogen"));
        store = fixture.store;
    }

    @Test
    void looking_up_creates_nothing() {
        assertThat(store.find(KEY)).isEmpty();
        assertThat(store.ledger().find(KEY)).isEmpty();
        assertThat(store.ledger().all()).isEmpty();
        assertThat(store.entries()).isEmpty();
        assertThat(store.prune(Duration.ofDays(30)).clips()).isEmpty();
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void a_kept_clip_is_found_with_all_that_is_known_of_it() throws IOException {
        StoredClip kept = fixture.keep(KEY, "intro", bytes("a clip"));

        StoredClip found = store.find(KEY).orElseThrow();

        assertThat(found).isEqualTo(kept);
        assertThat(found.videos()).singleElement().satisfies(file -> {
            assertThat(file.path()).hasContent("a clip").hasFileName("clip.mp4");
            assertThat(file.file()).isEqualTo(video(bytes("a clip")));
        });
        assertThat(found.facts()).isEqualTo(facts("intro", StoreFixture.NOW));
        assertThat(found.thumbnail()).isEmpty();
        assertThat(fixture.warnings).isEmpty();
    }

    @Test
    void several_clips_and_a_thumbnail_are_kept_together() throws IOException {
        Files.write(store.partFile(KEY, ArtifactKind.VIDEO, 0), bytes("one"));
        Files.write(store.partFile(KEY, ArtifactKind.VIDEO, 1), bytes("second"));
        Files.write(store.partFile(KEY, ArtifactKind.THUMBNAIL, 0), bytes("picture"));
        RenderState done = done(
                KEY,
                "both",
                List.of(video(bytes("one")), video(bytes("second"))),
                Optional.of(thumbnail(bytes("picture"))));

        try (KeyLock lock = store.tryLock(KEY).orElseThrow()) {
            assertThat(lock.key()).isEqualTo(KEY);
            store.keep(done, facts("both", StoreFixture.NOW));
        }

        StoredClip found = store.find(KEY).orElseThrow();
        assertThat(found.videos())
                .extracting(file -> file.path().getFileName().toString())
                .containsExactly("clip-1.mp4", "clip-2.mp4");
        assertThat(found.thumbnail().orElseThrow().path())
                .hasFileName("thumbnail.jpg")
                .hasContent("picture");
        assertThat(fixture.directory.resolve("parts").resolve(KEY)).doesNotExist();
    }

    @Test
    void the_last_frame_is_kept_beside_the_clip_and_read_back() throws IOException {
        Files.write(store.partFile(KEY, ArtifactKind.VIDEO, 0), bytes("one"));
        Files.write(store.partFile(KEY, ArtifactKind.LAST_FRAME, 0), bytes("its end"));
        RenderState done = done(KEY, "both", List.of(), Optional.empty())
                .finished(
                        Optional.of("job-both"),
                        StoreFixture.NOW,
                        StoreFixture.NOW,
                        List.of(video(bytes("one"))),
                        Stills.of(Optional.empty(), Optional.of(thumbnail(bytes("its end")))));

        try (KeyLock lock = store.tryLock(KEY).orElseThrow()) {
            assertThat(lock.key()).isEqualTo(KEY);
            store.keep(done, facts("both", StoreFixture.NOW));
        }

        StoredClip found = store.find(KEY).orElseThrow();
        assertThat(found.thumbnail()).isEmpty();
        assertThat(found.stills().lastFrame().orElseThrow().path())
                .hasFileName("lastFrame.jpg")
                .hasContent("its end");
        assertThat(RenderState.fromJson(done.toJson())).isEqualTo(done);
    }

    @Test
    void keeping_needs_the_lock() throws IOException {
        Files.write(store.partFile(KEY, ArtifactKind.VIDEO, 0), bytes("x"));
        RenderState done = done(KEY, "x", List.of(video(bytes("x"))), Optional.empty());

        assertThatThrownBy(() -> store.keep(done, facts("x", StoreFixture.NOW)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keeping_again_after_a_crash_gives_the_same_clip() throws IOException {
        StoredClip kept = fixture.keep(KEY, "intro", bytes("a clip"));
        try (KeyLock lock = store.tryLock(KEY).orElseThrow()) {
            RenderState done = done(lock.key(), "intro", List.of(video(bytes("a clip"))), Optional.empty());

            assertThat(store.keep(done, facts("intro", StoreFixture.NOW))).isEqualTo(kept);
        }
    }

    @Test
    void a_part_that_is_gone_is_an_error_that_names_the_job() {
        try (KeyLock lock = store.tryLock(KEY).orElseThrow()) {
            RenderState done = done(lock.key(), "intro", List.of(video(bytes("a clip"))), Optional.empty());

            assertThatExceptionOfType(MissingPartException.class)
                    .isThrownBy(() -> store.keep(done, facts("intro", StoreFixture.NOW)))
                    .satisfies(e -> assertThat(e.jobId()).contains("job-intro"));
        }
        assertThat(store.find(KEY)).isEmpty();
    }

    @Test
    void a_refreshed_clip_replaces_the_old_one() throws IOException {
        fixture.keep(KEY, "old", bytes("old"));
        fixture.keep(KEY, "new", bytes("brand new"));

        StoredClip found = store.find(KEY).orElseThrow();

        assertThat(found.videos().get(0).path()).hasContent("brand new");
        assertThat(found.facts().name()).isEqualTo("new");
        assertThat(fixture.directory.resolve("parts").resolve(KEY)).doesNotExist();
    }

    @Test
    void a_clip_whose_time_stamp_changed_is_read_again_and_found() throws IOException {
        StoredClip kept = fixture.keep(KEY, "intro", bytes("a clip"));
        Path video = kept.videos().get(0).path();
        Files.setLastModifiedTime(video, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));

        assertThat(store.find(KEY)).contains(kept);
        // The new time is on record: content is not read again, so this change of it goes unseen.
        Files.write(video, bytes("A CLIP"));
        Files.setLastModifiedTime(video, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        assertThat(store.find(KEY)).contains(kept);
    }

    @Test
    void a_clip_whose_content_changed_is_set_aside_and_never_found() throws IOException {
        StoredClip kept = fixture.keep(KEY, "intro", bytes("a clip"));
        Path video = kept.videos().get(0).path();
        Files.write(video, bytes("A CLIP"));
        Files.setLastModifiedTime(video, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));

        assertThat(store.find(KEY)).isEmpty();
        assertThat(fixture.warnings)
                .singleElement()
                .asString()
                .contains("the content of \"clip.mp4\" has changed", "set-aside");
        assertThat(fixture.directory.resolve("clips").resolve(KEY)).doesNotExist();
        assertThat(fixture.directory.resolve("set-aside")).isDirectoryContaining("glob:**/" + KEY + "*");
        assertThat(store.find(KEY)).isEmpty();
        assertThat(fixture.warnings).hasSize(1);
    }

    @Test
    void a_truncated_a_missing_and_an_unreadable_clip_are_set_aside() throws IOException {
        Files.write(fixture.keep(key(1), "a", bytes("a clip")).videos().get(0).path(), bytes("a cl"));
        Files.delete(fixture.keep(key(2), "b", bytes("a clip")).videos().get(0).path());
        fixture.keep(key(3), "c", bytes("a clip"));
        Files.write(fixture.directory.resolve("clips").resolve(key(3)).resolve("record.json"), bytes("{\"schema\":1,"));

        assertThat(store.find(key(1))).isEmpty();
        assertThat(store.find(key(2))).isEmpty();
        assertThat(store.find(key(3))).isEmpty();
        assertThat(fixture.warnings).hasSize(3);
        assertThat(fixture.warnings.get(0)).contains("\"clip.mp4\" has 4 bytes, not 6");
        assertThat(fixture.warnings.get(1)).contains("\"clip.mp4\" is missing");
        assertThat(fixture.warnings.get(2)).contains("its record cannot be read");
    }

    @Test
    void a_clip_of_a_newer_version_is_an_error_and_not_bought_again() throws IOException {
        fixture.keep(KEY, "intro", bytes("a clip"));
        Files.write(
                fixture.directory.resolve("clips").resolve(KEY).resolve("record.json"),
                bytes("{\"schema\":2,\"key\":\"" + KEY + "\"}"));

        assertStorage("newer_schema", () -> store.find(KEY));
        assertThat(store.entries()).isEmpty();
        assertThat(fixture.warnings).singleElement().asString().contains("newer version");
    }

    @Test
    void a_cache_of_a_newer_version_is_an_error() throws IOException {
        fixture.keep(KEY, "intro", bytes("a clip"));
        Files.write(fixture.directory.resolve("version"), bytes("2\n"));

        assertStorage("newer_cache", () -> new StoreFixture(fixture.directory));
    }

    @Test
    void a_cache_directory_that_is_a_file_is_an_error() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "");

        assertStorage("cache_not_a_directory", () -> new StoreFixture(file));
        assertStorage("cache_not_a_directory", () -> new StoreFixture(file.resolve("videogen")));
    }

    @Test
    void a_file_where_a_folder_of_the_cache_must_be_is_an_error_and_nothing_is_taken_for_absent() throws IOException {
        fixture.keep(KEY, "intro", bytes("a clip"));
        for (String folder : List.of("jobs", "parts", "clips")) {
            DurableFiles.deleteTree(fixture.directory.resolve(folder));
            Files.writeString(fixture.directory.resolve(folder), "");
        }

        assertStorage("cache_not_a_directory", () -> store.partFile(KEY, ArtifactKind.VIDEO, 0));
        assertStorage("cache_not_a_directory", () -> store.find(KEY));
        assertStorage("cache_not_a_directory", () -> store.entries());
        assertStorage("cache_not_a_directory", () -> store.ledger().find(KEY));
        assertStorage("cache_not_a_directory", () -> store.ledger().save(StoreFixture.job(KEY, "intro", "WAITING")));
    }

    @Test
    void a_cache_directory_may_be_a_symbolic_link() throws IOException {
        Path real = Files.createDirectory(temporary.resolve("real"));
        Path link = Files.createSymbolicLink(temporary.resolve("link"), real);
        StoreFixture linked = new StoreFixture(link);

        linked.keep(KEY, "intro", bytes("a clip"));

        assertThat(new StoreFixture(real).store.find(KEY)).isPresent();
    }

    @Test
    void a_link_in_place_of_a_clip_is_not_followed() throws IOException {
        StoredClip other = fixture.keep(key(2), "other", bytes("a clip"));
        Path clips = fixture.directory.resolve("clips");
        Files.createSymbolicLink(clips.resolve(KEY), clips.resolve(key(2)));

        assertThat(store.find(KEY)).isEmpty();
        assertThat(store.find(key(2))).contains(other);
    }

    @Test
    void only_keys_are_taken_for_keys() {
        assertThatThrownBy(() -> store.find("../../etc")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.tryLock(KEY.toUpperCase(java.util.Locale.ROOT)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertStorage(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatExceptionOfType(VideogenException.class).isThrownBy(call).satisfies(e -> {
            assertThat(e.kind()).isEqualTo(ErrorKind.STORAGE);
            assertThat(e.code()).isEqualTo(code);
        });
    }
}
