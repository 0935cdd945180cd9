package io.videogen.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videogen.core.VideogenException;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameCutterTest {

    @TempDir
    Path folder;

    @TempDir
    static Path unpacked;

    /** Of both containers that clips come in, long ones and ones of a moment; the last frame alone is blue. */
    @ParameterizedTest
    @ValueSource(strings = {"long clip.mp4", "short.mp4", "long.webm"})
    void theLastFrameIsCut(String name) throws Exception {
        String length = name.startsWith("long") ? "6" : "0.2";
        try (Studio studio = new Studio(folder, unpacked);
                FrameCutter cutter = new FrameCutter(studio.cache, Studio::natives)) {
            Path clip = studio.footage(
                    name,
                    "-f",
                    "lavfi",
                    "-i",
                    "color=red:s=64x36:r=10:d=" + length,
                    "-f",
                    "lavfi",
                    "-i",
                    "color=blue:s=64x36:r=10:d=0.1",
                    "-filter_complex",
                    "[0][1]concat=n=2",
                    "-pix_fmt",
                    "yuv420p");

            BufferedImage picture = ImageIO.read(cutter.last(clip).toFile());

            assertThat(picture.getWidth()).isEqualTo(64);
            assertThat(picture.getHeight()).isEqualTo(36);
            Color middle = new Color(picture.getRGB(32, 18));
            assertThat(middle.getBlue()).isGreaterThan(200);
            assertThat(middle.getRed()).isLessThan(50);
        }
    }

    @Test
    void theToolIsFetchedAtTheFirstClipAndThePicturesGoWithIt() throws Exception {
        AtomicInteger fetched = new AtomicInteger();
        FrameCutter cutter = new FrameCutter(folder.resolve("cache"), () -> {
            fetched.incrementAndGet();
            return Studio.natives();
        });
        Path picture;
        try (Studio studio = new Studio(folder, unpacked);
                cutter) {
            Path clip = studio.footage("a.mp4", "-f", "lavfi", "-i", "testsrc=s=64x36:d=1", "-pix_fmt", "yuv420p");
            assertThat(fetched).hasValue(0);
            picture = cutter.last(clip);
            assertThat(cutter.last(clip)).isNotEqualTo(picture).exists();
            assertThat(fetched).hasValue(1);
            assertThat(picture).exists();
        }
        assertThat(picture).doesNotExist();
    }

    @Test
    void aFileThatIsNoClipIsNamed() throws Exception {
        Path text = Files.writeString(folder.resolve("no-clip.mp4"), "no clip");
        try (FrameCutter cutter = new FrameCutter(folder.resolve("cache"), Studio::natives)) {
            assertThatThrownBy(() -> cutter.last(text))
                    .isInstanceOf(VideogenException.class)
                    .hasMessageContaining("no-clip.mp4");
        }
    }
}
