package io.videogen.preview.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.mp4.Mp4Directory;
import com.drew.metadata.mp4.media.Mp4VideoDirectory;
import io.videogen.preview.clip.ClipSize;
import io.videogen.preview.clip.ClipSpec;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ForkedClipPainterTest {
    private static ForkedClipPainter painter;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        List<Path> classPath = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        painter = new ForkedClipPainter(ForkedClipPainter.currentJava(), classPath);
    }

    @AfterAll
    static void stop() {
        painter.close();
    }

    @Test
    void anyPromptBecomesAClipOfTheRoundedSizeAndTheAskedDuration() throws Exception {
        String prompt = "A cat 🐈 100% %{pts} \\ : ' 一只猫 قطة (على) الشاطئ\n\u0000\ud800" + "x".repeat(2000);
        Path clip = folder.resolve("clip.mp4");
        painter.paint(ClipSpec.of(prompt, "sora-2", ClipSize.of(321, 181), 1.2), clip);

        Metadata metadata = ImageMetadataReader.readMetadata(clip.toFile());
        Mp4VideoDirectory video = metadata.getFirstDirectoryOfType(Mp4VideoDirectory.class);
        assertThat(video.getInt(Mp4VideoDirectory.TAG_WIDTH)).isEqualTo(322);
        assertThat(video.getInt(Mp4VideoDirectory.TAG_HEIGHT)).isEqualTo(182);
        double seconds =
                metadata.getFirstDirectoryOfType(Mp4Directory.class).getDouble(Mp4Directory.TAG_DURATION_SECONDS);
        assertThat(seconds).isBetween(1.2 - 1.0 / 24, 1.2 + 1.0 / 24);
        byte[] bytes = Files.readAllBytes(clip);
        assertThat(boxes(bytes)).containsSubsequence("ftyp", "moov", "mdat");
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                .contains("Videogen preview")
                .contains("avc1");
    }

    @Test
    void theSmallestSizeHasNoRoomForTextAndIsDrawnAllTheSame() throws Exception {
        Path clip = folder.resolve("tiny.mp4");
        Path still = folder.resolve("tiny.jpg");
        ClipSpec spec = ClipSpec.of("tiny", "m", new ClipSize(16, 16), 1);
        painter.paint(spec, clip);
        painter.paintThumbnail(spec, clip, still);

        assertThat(boxes(Files.readAllBytes(clip))).contains("moov");
        assertThat(Files.readAllBytes(still)).startsWith(0xff, 0xd8, 0xff);
    }

    @Test
    void aDrawingThatFailsSaysWhyAndLeavesNoFile() {
        Path missing = folder.resolve("missing").resolve("clip.mp4");
        assertThatThrownBy(() -> painter.paint(ClipSpec.of("a", "m", ClipSize.DEFAULT, 1), missing))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot be drawn")
                .hasMessageContaining(missing.toString());
        assertThat(missing).doesNotExist();
    }

    @Test
    void aJvmWithoutTheNativesIsReportedWithWhatItSaid() {
        try (ForkedClipPainter bare = new ForkedClipPainter(ForkedClipPainter.currentJava(), List.of())) {
            assertThatThrownBy(() -> bare.paint(ClipSpec.of("a", "m", ClipSize.DEFAULT, 1), folder.resolve("clip.mp4")))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("ended with exit code 1")
                    .hasMessageContaining("org/bytedeco");
        }
    }

    @Test
    void aJavaThatDoesNotExistIsNamed() {
        try (ForkedClipPainter none = new ForkedClipPainter(folder.resolve("java"), List.of())) {
            assertThatThrownBy(() -> none.paint(ClipSpec.of("a", "m", ClipSize.DEFAULT, 1), folder.resolve("clip.mp4")))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("cannot start the JVM");
        }
    }

    /** The dynamic linker takes an empty element of a library path for the working folder. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theJvmWorksInAPrivateFolderThatGoesWithIt() throws Exception {
        Path java = folder.resolve("java");
        Files.writeString(
                java, "#!/bin/sh\n{ pwd -P; ls -ldn .; env; printf '%s\\n' \"$@\"; } > '" + folder + "/seen'\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
        try (ForkedClipPainter spied = new ForkedClipPainter(java, List.of())) {
            assertThatThrownBy(() -> spied.paint(ClipSpec.of("a", "m", ClipSize.DEFAULT, 1), folder.resolve("c.mp4")))
                    .isInstanceOf(IOException.class);
        }

        List<String> seen = Files.readAllLines(folder.resolve("seen"));
        Path home = Path.of(seen.get(0));
        assertThat(home)
                .isNotEqualTo(Path.of(System.getProperty("java.io.tmpdir")).toRealPath());
        assertThat(seen.get(1)).startsWith("drwx------");
        assertThat(seen).contains("-Djava.io.tmpdir=" + home);
        assertThat(home).doesNotExist();
    }

    private static List<String> boxes(byte[] file) {
        List<String> boxes = new ArrayList<>();
        int at = 0;
        while (at < file.length) {
            boxes.add(new String(file, at + 4, 4, StandardCharsets.ISO_8859_1));
            at += ByteBuffer.wrap(file).getInt(at);
        }
        assertThat(at).isEqualTo(file.length);
        return boxes;
    }
}
