package io.videogen.it.bench.film;

import java.nio.file.Path;
import java.util.List;

/** Five clips of 4 s with sound, of several rates and shapes, and a tune. */
record Footage(Path folder) {

    private static final List<String> PICTURES = List.of(
            "testsrc2=s=1280x720:r=24",
            "mandelbrot=s=1280x720:r=30:end_scale=0.02",
            "gradients=s=1280x720:r=25:speed=0.03:n=5",
            "life=s=320x180:r=30:mold=10:ratio=0.1:death_color=#203040:life_color=#e0c080,scale=1280:720",
            "testsrc2=s=1024x576:r=30,hue=h=t*40,setsar=4/3");

    static Footage shoot(Path folder) throws Exception {
        for (int i = 0; i < PICTURES.size(); i++) {
            Watched.run(
                    "-f",
                    "lavfi",
                    "-i",
                    PICTURES.get(i),
                    "-f",
                    "lavfi",
                    "-i",
                    "sine=frequency=" + (300 + 100 * i) + ":sample_rate=48000",
                    "-t",
                    "4",
                    "-c:v",
                    "libx264",
                    "-preset",
                    "fast",
                    "-crf",
                    "14",
                    "-pix_fmt",
                    "yuv420p",
                    "-color_primaries",
                    "bt709",
                    "-color_trc",
                    "bt709",
                    "-colorspace",
                    "bt709",
                    "-c:a",
                    "aac",
                    folder.resolve("clip-" + (i + 1) + ".mp4").toString());
        }
        Watched.run(
                "-f",
                "lavfi",
                "-i",
                "sine=frequency=220:sample_rate=48000,tremolo=f=2",
                "-t",
                "8",
                folder.resolve("music.wav").toString());
        return new Footage(folder);
    }

    /** A clip, from 0 on; after the last comes the first. */
    Path clip(int number) {
        return folder.resolve("clip-" + (number % PICTURES.size() + 1) + ".mp4");
    }

    Path music() {
        return folder.resolve("music.wav");
    }
}
