package io.videogen.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.file.Sha256;
import io.videogen.film.draw.Letterer;
import io.videogen.film.draw.Lettering;
import io.videogen.film.model.Size;
import io.videogen.film.store.FilmStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Films of a second or two, small, made and looked at with the FFmpeg that users get. */
class FilmStudioTest {

    @TempDir
    private static Path shared;

    private static Studio footage;
    private static Path red;
    private static Path blue;

    @TempDir
    private Path folder;

    private Studio studio;

    @BeforeAll
    static void shoot() throws Exception {
        footage = new Studio(shared, shared.resolve("unpacked"));
        red = footage.footage(
                "red.mp4",
                "-f",
                "lavfi",
                "-i",
                "color=c=0xc02020:s=320x180:r=24:d=2",
                "-f",
                "lavfi",
                "-i",
                "sine=frequency=440:sample_rate=44100:duration=2",
                "-c:v",
                "libopenh264",
                "-c:a",
                "aac",
                "-shortest");
        blue = footage.footage(
                "blue.webm",
                "-f",
                "lavfi",
                "-i",
                "color=c=0x2020c0:s=180x320:r=30:d=2",
                "-c:v",
                "libvpx-vp9",
                "-deadline",
                "realtime",
                "-cpu-used",
                "8");
    }

    @AfterAll
    static void close() {
        footage.close();
    }

    @BeforeEach
    void start() throws IOException {
        studio = new Studio(folder, shared.resolve("unpacked"));
        // Unpacked once for all tests.
        Files.createDirectories(studio.cache.resolve("film"));
        Files.createSymbolicLink(studio.cache.resolve("film/.ffmpeg"), shared.resolve("unpacked"));
    }

    @AfterEach
    void unlink() throws IOException {
        studio.close();
        Files.delete(studio.cache.resolve("film/.ffmpeg"));
    }

    private Declared launch() {
        return Declared.film("launch")
                .with("size", "320x180")
                .with("fps", "20")
                .with("transition", "fade 400ms")
                .shot("title", "Acme", "seconds", "1")
                .shot("file", red.toString(), "caption", "first")
                .shot("file", blue.toString(), "to", "1.5", "speed", "1.5");
    }

    @Test
    void a_film_has_all_its_frames_its_size_and_its_loudness() throws Exception {
        MadeFilm film = studio.make(launch());

        // 20 + 40 + 20 frames, of which two transitions of 8 overlap.
        assertThat(studio.facts(film, "launch.mp4", "stream=codec_name,width,height,nb_read_frames"))
                .contains("h264,320,180,64")
                .contains("aac");
        assertThat(film.shots()).extracting(MadeFilm.ShotTime::from).containsExactly(0.0, 0.6, 2.2);
        assertThat(studio.loudness(studio.path(film, "launch.mp4"))).isCloseTo(-16, within(1.0));
        assertThat(studio.colour(film, "launch.mp4", 1.5, "40:40:20:20")).satisfies(rgb -> {
            assertThat(rgb[0]).isCloseTo(0xc0, within(6));
            assertThat(rgb[1]).isCloseTo(0x20, within(6));
        });
        // An upright clip stands in the middle of a dark, blurred copy of itself.
        int[] inside = studio.colour(film, "launch.mp4", 3, "20:20:150:80");
        int[] beside = studio.colour(film, "launch.mp4", 3, "20:20:10:80");
        assertThat(inside[2]).isCloseTo(0xc0, within(8));
        assertThat(beside[2]).isBetween(0x50, 0x90);
        assertThat(studio.percents).isSorted().endsWith(100);
        assertThat(Files.readString(studio.path(film, "launch.vtt")))
                .contains("00:00:01.000 --> 00:00:02.200\nfirst\n");
    }

    @Test
    void a_changed_caption_costs_one_segment_and_nothing_changed_starts_nothing() {
        studio.make(launch());
        assertThat(studio.pieces).isEqualTo(5);
        assertThat(studio.kept).isZero();
        int asked = studio.resolved();

        MadeFilm again = studio.make(launch());
        assertThat(studio.pieces).isZero();
        assertThat(studio.resolved()).isEqualTo(asked);
        assertThat(again.files()).extracting(MadeFilm.File::fileName).containsExactly("launch.mp4", "launch.vtt");

        Declared changed = Declared.film("launch")
                .with("size", "320x180")
                .with("fps", "20")
                .with("transition", "fade 400ms")
                .shot("title", "Acme", "seconds", "1")
                .shot("file", red.toString(), "caption", "another")
                .shot("file", blue.toString(), "to", "1.5", "speed", "1.5");
        studio.make(changed);
        assertThat(studio.pieces).isEqualTo(5);
        assertThat(studio.kept).isEqualTo(4);
    }

    @Test
    void only_letters_need_glyphs_and_the_studio_lets_go_of_them() throws IOException {
        studio.make(Declared.film("silent")
                .with("size", "64x64")
                .with("fps", "10")
                .shot("file", red.toString(), "to", "0.5"));
        assertThat(studio.glyphs()).isZero();

        studio.make(Declared.film("told")
                .with("size", "64x64")
                .with("fps", "10")
                .shot("title", "A", "seconds", "0.5")
                .shot("title", "B", "seconds", "0.5"));
        assertThat(studio.glyphs()).isEqualTo(1);
        assertThat(studio.closed()).isEqualTo(2);
    }

    @Test
    void a_fade_from_a_still_picture_is_clean_to_its_end() throws Exception {
        Path still = studio.footage("still.png", "-f", "lavfi", "-i", "color=c=0x101820:s=640x360", "-frames:v", "1");
        Path clip = studio.footage(
                "clip.mkv",
                "-f",
                "lavfi",
                "-i",
                "mandelbrot=s=640x360:r=25:end_scale=0.02",
                "-t",
                "0.8",
                "-vf",
                "scale=out_color_matrix=bt601:out_range=tv,format=yuv420p",
                "-c:v",
                "ffv1");
        Path lossless = studio.footage(
                "lossless.mkv",
                "-loop",
                "1",
                "-framerate",
                "25",
                "-t",
                "0.8",
                "-i",
                still.toString(),
                "-i",
                clip.toString(),
                "-filter_complex",
                "[0]scale=out_color_matrix=bt709:out_range=tv,format=yuv420p,settb=1/25[a];"
                        + "[1]scale=in_color_matrix=bt601:out_color_matrix=bt709,settb=1/25[b];"
                        + "[a][b]xfade=duration=0.4:offset=0.4",
                "-c:v",
                "ffv1");
        MadeFilm film = studio.make(Declared.film("f")
                .with("transition", "fade 400ms")
                .shot("image", still.toString(), "seconds", "0.8")
                .shot("file", clip.toString()));

        // At the rate of bodies it is 35 dB in its last picture.
        assertThat(studio.likeness(studio.path(film, "f.mp4"), lossless, 10, 20))
                .hasSize(10)
                .allMatch(decibels -> decibels > 40);
    }

    @Test
    void the_same_film_made_twice_has_the_same_bytes() throws IOException {
        MadeFilm first = studio.make(launch());
        new FilmStore(FilmStore.in(studio.cache), Clock.systemUTC()).prune(Duration.ZERO);
        MadeFilm second = studio.make(launch());
        assertThat(second.files()).isEqualTo(first.files());
    }

    @Test
    void a_piece_is_the_same_whatever_was_made_with_it() throws IOException {
        studio.make(launch());
        Map<Path, String> pieces = pieces();
        List<Path> pictures = pieces.keySet().stream()
                .filter(file -> file.toString().endsWith(".mp4"))
                .toList();
        assertThat(pictures).hasSize(6);
        for (Path lost : pictures) {
            Files.delete(lost);
            studio.make(launch());
            assertThat(pieces()).as("made again: " + lost).isEqualTo(pieces);
        }
    }

    /** Digests of all that is kept but the record of the film, which is taken away. */
    private Map<Path, String> pieces() throws IOException {
        Map<Path, String> pieces = new TreeMap<>();
        try (Stream<Path> files = Files.list(studio.cache.resolve("film/launch"))) {
            for (Path file : files.toList()) {
                if (file.toString().endsWith(".film")) {
                    Files.delete(file);
                } else {
                    pieces.put(file, Sha256.of(file));
                }
            }
        }
        return pieces;
    }

    @Test
    void outputs_have_their_formats_and_shapes() throws Exception {
        MadeFilm film = studio.make(Declared.film("tall")
                .with("size", "320x180")
                .with("fps", "10")
                .shot("file", red.toString(), "to", "1")
                .output("format", "webm")
                .output("format", "mp4", "aspectRatio", "9:16", "fit", "cover")
                .output("format", "gif", "width", "160")
                .output("format", "poster", "at", "0.5"));

        assertThat(studio.facts(film, "tall.webm", "stream=codec_name,width,height,nb_read_frames"))
                .contains("vp9,320,180,10")
                .contains("opus");
        assertThat(studio.facts(film, "tall-9x16.mp4", "stream=width,height,nb_read_frames"))
                .contains("180,320,10");
        assertThat(studio.facts(film, "tall.gif", "stream=codec_name,width,height"))
                .contains("gif,160,90");
        assertThat(studio.facts(film, "tall.jpg", "stream=codec_name,width,height"))
                .contains("mjpeg,320,180");
        assertThat(studio.colour(film, "tall-9x16.mp4", 0.5, "20:20:0:0")[0]).isCloseTo(0xc0, within(6));
    }

    @Test
    void a_gif_stays_under_its_limit_and_says_how() throws Exception {
        Path noise =
                studio.footage("noise.mp4", "-f", "lavfi", "-i", "testsrc2=s=320x180:r=20:d=2", "-c:v", "libopenh264");
        MadeFilm film = studio.make(
                Declared.film("g").shot("file", noise.toString()).output("format", "gif", "maxBytes", "150kB"));
        assertThat(film.files().get(0).bytes()).isLessThanOrEqualTo(150_000);
        assertThat(studio.warnings)
                .singleElement()
                .asString()
                .contains("pictures a second")
                .contains("150000 bytes");
    }

    @Test
    void captions_of_a_file_are_a_track_unless_they_are_burned() throws Exception {
        Path captions = folder.resolve("launch.de.srt");
        Files.writeString(captions, "1\n00:00:00,200 --> 00:00:00,800\nHallo <b>Welt</b>\n");
        Declared declared = Declared.film("c")
                .with("size", "320x180")
                .with("fps", "10")
                .with("captions", captions.toString())
                .shot("file", red.toString(), "to", "1");
        MadeFilm soft = studio.make(declared);
        assertThat(studio.facts(soft, "c.mp4", "stream=codec_name:stream_tags=language"))
                .contains("mov_text")
                .contains("deu");
        int[] plain = studio.colour(soft, "c.mp4", 0.5, "16:8:152:150");

        MadeFilm burned = studio.make(declared.with("burnCaptions", "true"));
        assertThat(studio.facts(burned, "c.mp4", "stream=codec_name")).doesNotContain("mov_text");
        assertThat(studio.colour(burned, "c.mp4", 0.5, "16:8:152:150")[0]).isNotCloseTo(plain[0], within(30));
        assertThat(studio.colour(burned, "c.mp4", 0.05, "16:8:152:150")[0]).isCloseTo(plain[0], within(6));
        assertThat(Files.readString(studio.path(burned, "c.vtt"))).contains("Hallo Welt");
    }

    @Test
    void captions_that_are_seen_together_stand_one_above_the_other() throws Exception {
        Path captions = folder.resolve("c.vtt");
        Files.writeString(captions, "WEBVTT\n\n00:00.000 --> 00:00.600\nMMMMMM\n");
        MadeFilm film = studio.make(Declared.film("c")
                .with("size", "320x180")
                .with("fps", "10")
                .with("captions", captions.toString())
                .with("burnCaptions", "true")
                .shot("file", red.toString(), "to", "1", "caption", "MMMMMM"));
        Lettering lower = new Letterer(folder, Optional.empty(), getClass()::getClassLoader)
                .caption("", "MMMMMM", new Size(320, 180));
        // Left of the first letter, where the dark bars are.
        String bar = "2:8:" + (lower.x() + 2) + ":";
        int upper = lower.y() - lower.height();
        assertThat(studio.colour(film, "c.mp4", 0.3, bar + (lower.y() + 4))[0]).isLessThan(0x80);
        assertThat(studio.colour(film, "c.mp4", 0.3, bar + upper)[0]).isLessThan(0x80);
        assertThat(studio.colour(film, "c.mp4", 0.8, bar + (lower.y() + 4))[0]).isLessThan(0x80);
        assertThat(studio.colour(film, "c.mp4", 0.8, bar + upper)[0]).isCloseTo(0xc0, within(8));
    }

    @Test
    void music_goes_down_while_somebody_speaks() throws Exception {
        Path music = studio.footage("music.wav", "-f", "lavfi", "-i", "sine=frequency=2000:duration=3");
        Path voice =
                studio.footage("voice.wav", "-f", "lavfi", "-i", "sine=frequency=300:duration=4,adelay=6000:all=1");
        MadeFilm film = studio.make(Declared.film("m")
                .with("size", "64x64")
                .with("fps", "10")
                .with("music", music.toString())
                .with("voice", voice.toString())
                .shot("title", "Hello", "seconds", "12"));
        Path made = studio.path(film, "m.mp4");

        assertThat(studio.loudness(made)).isCloseTo(-16, within(1.0));
        // The music's own pitch, before and while the voice is heard: it is looped, and ducked.
        double alone = studio.loudness(filtered(made, 1, 5), new String[0]);
        double ducked = studio.loudness(filtered(made, 6.5, 9.5), new String[0]);
        assertThat(ducked).isLessThan(alone - 4);
    }

    private Path filtered(Path film, double from, double to) throws Exception {
        return studio.footage(
                "part-" + from + ".wav",
                "-i",
                film.toString(),
                "-vn",
                "-af",
                "atrim=" + from + ":" + to + ",highpass=f=1500,highpass=f=1500,highpass=f=1500");
    }

    @Test
    void a_stand_in_is_marked_whatever_it_is_called() throws Exception {
        Path preview = studio.footage(
                "hero.mp4", "-i", red.toString(), "-c", "copy", "-metadata", "comment=Videogen preview: drawn");
        MadeFilm film = studio.make(Declared.film("p")
                .with("size", "640x360")
                .with("fps", "10")
                .shot("file", preview.toString(), "to", "1"));
        assertThat(film.preview()).isTrue();
        assertThat(film.shots()).extracting(MadeFilm.ShotTime::preview).containsExactly(true);
        Lettering mark =
                new Letterer(folder, Optional.empty(), getClass()::getClassLoader).previewMark(new Size(640, 360));
        String inside = "6:6:" + (mark.x() + 2) + ":" + (mark.y() + mark.height() / 2);
        for (double second : new double[] {0, 0.5, 0.9}) {
            assertThat(studio.colour(film, "p.mp4", second, inside)).satisfies(rgb -> {
                assertThat(rgb[0]).isGreaterThan(200);
                assertThat(rgb[1]).isGreaterThan(150);
                assertThat(rgb[2]).isLessThan(80);
            });
        }
        assertThat(studio.facts(film, "p.mp4", "format_tags=comment")).contains("Videogen preview");
    }

    @Test
    void times_that_do_not_fit_are_told_with_the_length_that_is_there() {
        assertBad(
                Declared.film("f").shot("file", red.toString(), "to", "6"),
                "Film \"f\", shot 1 (" + red + "): to is 6.00 s, and \"" + red + "\" is 2.00 s long.");
        assertBad(
                Declared.film("f")
                        .with("transition", "fade 2s")
                        .shot("title", "A")
                        .shot("file", red.toString()),
                "is 2.00 s long, and its transitions take 2.00 s");
        assertBad(
                Declared.film("f").shot("title", "A").output("format", "poster", "at", "9"),
                "its poster is to show second 9.00, and the film is 3.00 s long");
        assertBad(Declared.film("f").shot("title", "\ue123 x"), "no font has the characters \"\ue123\"");
    }

    @Test
    void what_is_no_video_is_told() throws Exception {
        Path text = folder.resolve("list.mp4");
        Files.writeString(text, "#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n");
        assertBad(Declared.film("f").shot("file", text.toString()), "can not be read as video, picture or sound");
        assertBad(Declared.film("f").with("music", text.toString()).shot("title", "A"), "Film \"f\", music");
        Path picture = studio.footage("one.png", "-f", "lavfi", "-i", "color=s=64x64", "-frames:v", "1");
        assertBad(Declared.film("f").shot("file", picture.toString()), "Name a picture with image");
    }

    @Test
    void footage_that_ends_before_it_says_is_an_error() throws Exception {
        Path whole = studio.footage(
                "whole.mp4",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=320x180:r=25:d=4",
                "-c:v",
                "libopenh264",
                "-movflags",
                "+faststart");
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = folder.resolve("cut.mp4");
        Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));
        assertBad(
                Declared.film("f").with("fps", "25").shot("file", cut.toString()),
                "frames could be made. The footage ends earlier than it says");
        assertBad(
                Declared.film("f")
                        .with("size", "320x180")
                        .with("fps", "25")
                        .with("transition", "fade 500ms")
                        .shot("file", cut.toString())
                        .shot("title", "A"),
                "Film \"f\", shot 1 (" + cut + "): ");
    }

    @Test
    void an_interrupted_film_ends_ffmpeg_keeps_what_was_made_and_leaves_nothing_half() throws Exception {
        Path noise = studio.footage(
                "noise.mp4", "-f", "lavfi", "-i", "testsrc2=s=1280x720:r=30:d=20", "-c:v", "libopenh264");
        Declared film =
                Declared.film("long").shot("title", "Now", "seconds", "0.2").shot("file", noise.toString());
        Thread killer = new Thread(() -> {
            while (studio.percents.isEmpty()) {
                Thread.onSpinWait();
            }
            studio.interrupt();
        });
        killer.start();
        assertThatThrownBy(() -> studio.make(film))
                .isInstanceOf(VideogenException.class)
                .satisfies(e -> assertThat(((VideogenException) e).kind()).isEqualTo(ErrorKind.INTERRUPTED));
        killer.join();
        assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive))
                .isEmpty();
        try (Stream<Path> left = Files.walk(studio.cache)) {
            assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.startsWith(".part-"));
        }
    }

    @Test
    void what_nobody_uses_is_listed_and_removed() {
        studio.make(Declared.film("a").with("size", "64x64").with("fps", "10").shot("title", "A", "seconds", "0.5"));
        Clock later = Clock.fixed(Instant.now().plus(Duration.ofDays(10)), ZoneOffset.UTC);
        FilmStore store = new FilmStore(FilmStore.in(studio.cache), later);
        List<FilmStore.Entry> entries = store.entries();
        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.film()).isEqualTo("a");
            assertThat(entry.pieces()).isGreaterThan(2);
            assertThat(entry.bytes()).isPositive();
            assertThat(entry.unused()).isGreaterThan(Duration.ofDays(9));
        });
        assertThat(store.prune(Duration.ofDays(30))).isEmpty();
        assertThat(store.prune(Duration.ofDays(9))).isEqualTo(entries);
        assertThat(store.entries()).isEmpty();
    }

    private void assertBad(Declared film, String message) {
        assertThatThrownBy(() -> studio.make(film))
                .isInstanceOf(VideogenException.class)
                .hasMessageContaining(message);
    }
}
