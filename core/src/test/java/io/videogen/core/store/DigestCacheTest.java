package io.videogen.core.store;

import static io.videogen.core.store.StoreFixture.NOW;
import static io.videogen.core.store.StoreFixture.bytes;
import static io.videogen.core.store.StoreFixture.sha256;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigestCacheTest {

    @TempDir
    private Path temporary;

    private Path cache;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        cache = temporary.resolve("cache");
        file = Files.write(temporary.resolve("image \u6f22.png"), bytes("first"));
        stamp(NOW.minusSeconds(60));
    }

    @Test
    void a_file_that_did_not_change_is_not_read_again() throws IOException {
        remember();
        // Same size and time stamp: a reader would see the difference, the cache must not.
        Files.write(file, bytes("other"));
        stamp(NOW.minusSeconds(60));

        assertThat(digests().sha256(file)).isEqualTo(sha256(bytes("first")));
    }

    @Test
    void another_size_time_stamp_or_file_is_read_again() throws IOException {
        remember();
        Files.write(file, bytes("longer"));
        stamp(NOW.minusSeconds(60));
        assertThat(digests().sha256(file)).isEqualTo(sha256(bytes("longer")));

        Files.write(file, bytes("other"));
        stamp(NOW.minusSeconds(59));
        assertThat(digests().sha256(file)).isEqualTo(sha256(bytes("other")));

        Path replacement = Files.write(temporary.resolve("new.png"), bytes("third"));
        Files.setLastModifiedTime(replacement, FileTime.from(NOW.minusSeconds(60)));
        Files.move(replacement, file, StandardCopyOption.REPLACE_EXISTING);
        assertThat(digests().sha256(file)).isEqualTo(sha256(bytes("third")));
    }

    @Test
    void a_file_that_was_just_written_or_comes_from_the_future_is_read_again() throws IOException {
        for (Instant modified : new Instant[] {NOW.minusMillis(1500), NOW.plusSeconds(3600)}) {
            Files.write(file, bytes("first"));
            stamp(modified);
            remember();
            Files.write(file, bytes("other"));
            stamp(modified);
            assertThat(digests().sha256(file)).isEqualTo(sha256(bytes("other")));
        }
    }

    @Test
    void nothing_is_written_before_it_is_asked_for() throws IOException {
        digests().sha256(file);

        assertThat(cache).doesNotExist();
    }

    @Test
    void a_damaged_record_is_ignored() throws IOException {
        remember();
        Path record = CacheLayout.list(cache.resolve("digests")).get(0);
        String whole = Files.readString(record);
        for (int length = 0; length < whole.length(); length += 7) {
            Files.writeString(record, whole.substring(0, length));
            assertThat(digests().sha256(file)).isEqualTo(sha256(bytes("first")));
        }
        Files.write(record, new byte[] {0, (byte) 0xff, 1});
        assertThat(digests().sha256(file)).isEqualTo(sha256(bytes("first")));
    }

    @Test
    void a_cache_that_cannot_be_written_is_no_error() throws IOException {
        Files.createDirectory(cache);
        Files.writeString(cache.resolve("digests"), "in the way");

        DigestCache digests = digests();
        assertThat(digests.sha256(file)).isEqualTo(sha256(bytes("first")));
        digests.save();
        assertThat(digests().sha256(file)).isEqualTo(sha256(bytes("first")));
    }

    @Test
    void a_missing_file_is_told_apart() {
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> digests().sha256(temporary.resolve("none")));
    }

    private DigestCache digests() {
        return new StoreFixture(cache).store.digests();
    }

    private void remember() throws IOException {
        DigestCache digests = digests();
        digests.sha256(file);
        digests.save();
    }

    private void stamp(Instant modified) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(modified));
    }
}
