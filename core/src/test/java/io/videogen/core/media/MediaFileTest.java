package io.videogen.core.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.videogen.core.advice.Message;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaFileTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"index-last.mp4, MP4", "index-first.mp4, MP4", "quicktime.mov, MOV"})
    void tellsFormatLengthAndSizeOfAWholeVideo(String name, MediaFormat format) throws IOException {
        MediaCheck.Whole whole = (MediaCheck.Whole) video(MediaFiles.read(name));

        assertThat(whole.format()).isEqualTo(format);
        assertThat(whole.durationSeconds().orElseThrow()).isBetween(0.9, 1.2);
        assertThat(whole.width()).contains(64);
        assertThat(whole.height()).contains(36);
    }

    @ParameterizedTest
    @CsvSource({"fragmented.mp4, MP4", "recorded.webm, WEBM", "live.webm, WEBM"})
    void acceptsFragmentedAndWebmVideos(String name, MediaFormat format) throws IOException {
        assertThat(((MediaCheck.Whole) video(MediaFiles.read(name))).format()).isEqualTo(format);
    }

    @ParameterizedTest
    @CsvSource({"still.png, PNG", "still.jpg, JPEG", "still.webp, WEBP"})
    void acceptsPicturesAsThumbnailsAndNotAsVideos(String name, MediaFormat format) throws IOException {
        Path file = write(MediaFiles.read(name));

        assertThat(((MediaCheck.Whole) MediaFile.picture(file)).format()).isEqualTo(format);
        assertThat(MediaFile.video(file)).isInstanceOf(MediaCheck.Unfit.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"index-last.mp4", "index-first.mp4", "quicktime.mov", "recorded.webm"})
    void noVideoCutAtAnyByteIsWhole(String name) throws IOException {
        byte[] bytes = MediaFiles.read(name);
        Path file = write(bytes);
        for (int length = bytes.length - 1; length >= 0; length--) {
            cut(file, length);
            assertThat(MediaFile.video(file))
                    .as("cut after %d of %d bytes", length, bytes.length)
                    .isNotInstanceOf(MediaCheck.Whole.class);
        }
    }

    /** Between two fragments nothing is missing by the file's own words; lengths that servers tell must find that. */
    @ParameterizedTest
    @CsvSource({"fragmented.mp4, 4", "live.webm, 10"})
    void aFragmentedVideoCutInsideAFragmentIsNotWhole(String name, int boundaries) throws IOException {
        byte[] bytes = MediaFiles.read(name);
        Path file = write(bytes);
        int whole = 0;
        for (int length = bytes.length - 1; length >= 0; length--) {
            cut(file, length);
            whole += MediaFile.video(file) instanceof MediaCheck.Whole ? 1 : 0;
        }

        assertThat(whole).isLessThanOrEqualTo(boundaries);
    }

    @ParameterizedTest
    @ValueSource(strings = {"still.png", "still.jpg", "still.webp"})
    void noPictureCutAtAnyByteIsWhole(String name) throws IOException {
        byte[] bytes = MediaFiles.read(name);
        for (int length = 0; length < bytes.length; length++) {
            assertThat(MediaFile.picture(write(Arrays.copyOf(bytes, length))))
                    .as("cut after %d of %d bytes", length, bytes.length)
                    .isNotInstanceOf(MediaCheck.Whole.class);
        }
    }

    @Test
    void theIndexFindsACutThatTheBoxesHide() throws IOException {
        byte[] bytes = MediaFiles.read("index-first.mp4");
        int media = find(bytes, "mdat") - 4;
        ByteBuffer.wrap(bytes).putInt(media, 0); // "to the end of the file"

        assertThat(video(bytes)).isInstanceOf(MediaCheck.Whole.class);
        assertThat(video(Arrays.copyOf(bytes, bytes.length - 1))).isInstanceOf(MediaCheck.Incomplete.class);
    }

    @Test
    void readsSizesOf64Bits() throws IOException {
        byte[] bytes = MediaFiles.read("index-last.mp4");
        int media = find(bytes, "mdat") - 4;
        int size = ByteBuffer.wrap(bytes).getInt(media);
        // ffmpeg leaves a box "free" of 8 bytes in front for just this purpose
        ByteBuffer.wrap(bytes)
                .putInt(media - 8, 1)
                .put(media - 4, "mdat".getBytes(StandardCharsets.US_ASCII))
                .putLong(media, size + 8L);

        assertThat(video(bytes)).isInstanceOf(MediaCheck.Whole.class);
        ByteBuffer.wrap(bytes).putLong(media, Long.MAX_VALUE);
        assertThat(video(bytes)).isInstanceOf(MediaCheck.Incomplete.class);
        ByteBuffer.wrap(bytes).putLong(media, -1);
        assertThat(video(bytes)).isInstanceOf(MediaCheck.Unfit.class);
    }

    @Test
    void refusesAVideoOfZeros() throws IOException {
        byte[] bytes = MediaFiles.read("index-first.mp4");
        Arrays.fill(bytes, find(bytes, "mdat") + 4, bytes.length, (byte) 0);

        assertThat(video(bytes)).isInstanceOf(MediaCheck.Unfit.class);
        assertThat(video(new byte[10_000])).isInstanceOf(MediaCheck.Unfit.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"url\":1}", "  [1]", "<html>", "\uFEFF<!doctype html>", "RIFF....AVI LIST", "GIF89a"})
    void refusesWhatIsNoVideo(String text) throws IOException {
        byte[] bytes = Arrays.copyOf(text.getBytes(StandardCharsets.UTF_8), 200);

        assertThat(video(bytes)).isInstanceOf(MediaCheck.Unfit.class);
    }

    @Test
    void refusesOtherEbmlDocuments() throws IOException {
        byte[] bytes = MediaFiles.read("recorded.webm");
        bytes[find(bytes, "webm")] = 'x';

        assertThat(video(bytes))
                .isEqualTo(new MediaCheck.Unfit(Message.text("the EBML document is not WebM but \"%s\"", "xebm")));
    }

    @Test
    void survivesDamageAnywhereInBoundedMemory() throws IOException {
        Random random = new Random(20261122);
        for (String name : new String[] {"index-first.mp4", "quicktime.mov", "fragmented.mp4", "recorded.webm"}) {
            byte[] whole = MediaFiles.read(name);
            for (int round = 0; round < 500; round++) {
                byte[] bytes = whole.clone();
                for (int i = 0; i <= random.nextInt(4); i++) {
                    int at = random.nextInt(bytes.length - 4);
                    ByteBuffer.wrap(bytes).putInt(at, random.nextBoolean() ? -1 : random.nextInt());
                }
                assertThat(video(bytes)).isNotNull();
            }
        }
    }

    private MediaCheck video(byte[] bytes) throws IOException {
        return MediaFile.video(write(bytes));
    }

    private static void cut(Path file, long length) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(length);
        }
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("file"), bytes);
    }

    private static int find(byte[] bytes, String letters) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(letters);
    }
}
