package io.videogen.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people's cameras, browsers and tools write, in small: each becomes a film with all its frames. */
class OddFootageTest {

    private static final String RED_THEN_BLUE =
            "color=c=0xc02020:s=128x72:r=10:d=3[r];color=c=0x2020c0:s=128x72:r=10:d=2[b];" + "[r][b]concat";

    private static final String PQ_GREY = "color=c=0x949494:s=128x72:r=10:d=0.5,format=yuv420p10le,"
            + "setparams=color_primaries=bt2020:color_trc=smpte2084:colorspace=bt2020nc";

    @TempDir
    private static Path unpacked;

    @TempDir
    private Path folder;

    private Studio studio;

    @BeforeAll
    static void unpack() {
        new Studio(unpacked, unpacked).close();
    }

    @AfterAll
    static void nothingRuns() {
        assertThat(ProcessHandle.current().descendants()).isEmpty();
    }

    @BeforeEach
    void start() throws IOException {
        studio = new Studio(folder, unpacked);
        Files.createDirectories(studio.cache.resolve("film"));
        Files.createSymbolicLink(studio.cache.resolve("film/.ffmpeg"), unpacked);
    }

    @AfterEach
    void stop() throws IOException {
        studio.close();
        Files.delete(studio.cache.resolve("film/.ffmpeg"));
    }

    @Test
    void a_recording_in_which_nothing_moved_for_seconds_shows_what_was_on_the_screen() throws Exception {
        Path screen = studio.footage(
                "screen.mkv",
                "-f",
                "lavfi",
                "-i",
                RED_THEN_BLUE + ",select='eq(n,0)+eq(n,30)+eq(n,49)'",
                "-fps_mode",
                "vfr",
                "-c:v",
                "ffv1");
        MadeFilm film = studio.make(film(10).shot("file", screen.toString(), "from", "2", "to", "3.5"));
        assertThat(frames(film)).isEqualTo(15);
        assertRed(film, 0);
        assertRed(film, 0.85);
        assertBlue(film, 1.15);
    }

    @Test
    void a_browsers_recording_without_a_length_is_measured() throws Exception {
        Path live = studio.footage(
                "live.webm",
                "-f",
                "lavfi",
                "-i",
                RED_THEN_BLUE,
                "-c:v",
                "libvpx-vp9",
                "-deadline",
                "realtime",
                "-cpu-used",
                "8",
                "-f",
                "webm",
                "-live",
                "1");
        assertThat(frames(studio.make(film(10).shot("file", live.toString())))).isBetween(49L, 50L);
    }

    @Test
    void a_recording_whose_time_stamps_begin_late_is_as_long_as_what_is_in_it() throws Exception {
        Path late = studio.footage(
                "late.mkv", "-f", "lavfi", "-i", RED_THEN_BLUE, "-c:v", "ffv1", "-output_ts_offset", "5");
        MadeFilm film = studio.make(film(10).shot("file", late.toString(), "from", "2"));
        assertThat(frames(film)).isEqualTo(30);
        assertRed(film, 0.5);
        assertBlue(film, 1.5);
    }

    @Test
    void a_picture_outlives_its_sound_and_the_other_way_round() throws Exception {
        for (String seconds : new String[] {"1", "9"}) {
            Path clip = studio.footage(
                    "sound-" + seconds + ".mp4",
                    "-f",
                    "lavfi",
                    "-i",
                    RED_THEN_BLUE,
                    "-f",
                    "lavfi",
                    "-i",
                    "sine=duration=" + seconds,
                    "-c:v",
                    "libopenh264",
                    "-c:a",
                    "aac");
            MadeFilm film = studio.make(film(10).shot("file", clip.toString()));
            assertThat(frames(film)).as(seconds).isEqualTo(50);
            assertThat(studio.facts(film, "f.mp4", "stream=codec_type,duration"))
                    .contains("video,5.0")
                    .contains("audio,5.0");
        }
    }

    @Test
    void a_phones_upright_clip_stands_upright() throws Exception {
        Path lying = studio.footage("lying.mp4", "-f", "lavfi", "-i", RED_THEN_BLUE, "-c:v", "libopenh264");
        Path upright = studio.footage("upright.mp4", "-display_rotation", "90", "-i", lying.toString(), "-c", "copy");
        MadeFilm film = studio.make(Declared.film("f").shot("file", upright.toString(), "to", "0.5"));
        assertThat(studio.facts(film, "f.mp4", "stream=width,height")).contains("72,128");
    }

    @Test
    void pixels_that_are_no_squares_become_squares() throws Exception {
        Path wide = studio.footage(
                "wide.mkv", "-f", "lavfi", "-i", "color=c=0xc02020:s=64x72:r=10:d=1,setsar=2/1", "-c:v", "ffv1");
        MadeFilm film = studio.make(Declared.film("f").shot("file", wide.toString()));
        assertThat(studio.facts(film, "f.mp4", "stream=width,height")).contains("128,72");
    }

    @Test
    void what_lies_before_the_zero_of_time_is_not_seen() throws Exception {
        Path early = studio.footage(
                "early.mp4",
                "-f",
                "lavfi",
                "-i",
                RED_THEN_BLUE,
                "-c:v",
                "libopenh264",
                "-output_ts_offset",
                "-1",
                "-avoid_negative_ts",
                "disabled");
        MadeFilm film = studio.make(film(10).shot("file", early.toString()));
        assertThat(frames(film)).isEqualTo(40);
        assertRed(film, 1.8);
        assertBlue(film, 2.2);
    }

    @Test
    void a_stream_that_begins_late_and_is_interlaced_is_whole() throws Exception {
        Path stream = studio.footage(
                "stream.ts",
                "-f",
                "lavfi",
                "-i",
                RED_THEN_BLUE + ",fps=25",
                "-f",
                "lavfi",
                "-i",
                "sine=duration=2",
                "-c:v",
                "mpeg2video",
                "-flags",
                "+ildct+ilme",
                "-c:a",
                "mp2",
                "-output_ts_offset",
                "7000");
        MadeFilm film = studio.make(film(25).shot("file", stream.toString(), "from", "2.5", "to", "4"));
        assertThat(frames(film)).isEqualTo(38);
        assertRed(film, 0.1);
        assertBlue(film, 1.2);
    }

    @Test
    void high_dynamic_range_comes_out_in_a_screens_range() throws Exception {
        Path hdr = studio.footage("hdr.mp4", "-f", "lavfi", "-i", PQ_GREY, "-c:v", "libsvtav1", "-preset", "12");
        MadeFilm film = studio.make(film(10).shot("file", hdr.toString()));
        // 58 % of PQ is 203 cd/m2: the white of ordinary pictures.
        assertThat(studio.colour(film, "f.mp4", 0.2, "64:36:32:18")[0]).isGreaterThan(165);
    }

    @Test
    void what_is_transparent_shows_the_background() throws Exception {
        Path gif = studio.footage(
                "a.gif",
                "-f",
                "lavfi",
                "-i",
                "color=c=0xc02020:s=64x72:r=10:d=1,format=rgba,pad=128:72:0:0:color=black@0,split[a][b];"
                        + "[a]palettegen=reserve_transparent=1[p];[b][p]paletteuse");
        Path mov = studio.footage(
                "a.mov",
                "-f",
                "lavfi",
                "-i",
                "color=c=0xc02020:s=64x72:r=10:d=1,format=rgba,pad=128:72:0:0:color=black@0",
                "-c:v",
                "prores_ks",
                "-profile:v",
                "4444");
        for (Path clip : new Path[] {gif, mov}) {
            MadeFilm film = studio.make(film(10).with("background", "#20c020").shot("file", clip.toString()));
            assertThat(frames(film)).as(clip.toString()).isEqualTo(10);
            assertThat(studio.colour(film, "f.mp4", 0.5, "20:20:10:20")[0])
                    .as(clip.toString())
                    .isCloseTo(0xc0, within(12));
            assertThat(studio.colour(film, "f.mp4", 0.5, "20:20:90:20")[1]).isCloseTo(0xc0, within(12));
        }
    }

    @Test
    void numbered_pictures_are_footage_in_the_films_rate() throws Exception {
        studio.footage(
                "frame-%03d.png",
                "-f", "lavfi", "-i", "color=c=0xc02020:s=128x72:r=10:d=1", "-start_number", "7", "-f", "image2");
        MadeFilm film = studio.make(
                film(20).shot("file", folder.resolve("frame-%03d.png").toString()));
        assertThat(frames(film)).isEqualTo(10);
        assertRed(film, 0.2);
    }

    @Test
    void no_frame_goes_back_where_segments_meet() throws Exception {
        Path brighter = studio.footage(
                "brighter.mp4",
                "-f",
                "lavfi",
                "-i",
                "color=c=white:s=64x64:r=24:d=12,fade=t=in:d=12",
                "-c:v",
                "libopenh264",
                "-b:v",
                "2M");
        MadeFilm film = studio.make(Declared.film("f").with("fps", "30").shot("file", brighter.toString()));
        assertThat(studio.pieces).isGreaterThan(1);
        Path raw = folder.resolve("levels");
        studio.footage(
                "levels",
                "-i",
                studio.path(film, "f.mp4").toString(),
                "-vf",
                "scale=1:1:flags=area,format=gray",
                "-f",
                "rawvideo");
        byte[] levels = Files.readAllBytes(raw);
        assertThat(levels).hasSize(360);
        // Coding moves a level by one.
        assertThat(IntStream.range(1, levels.length).map(i -> (levels[i] & 0xff) - (levels[i - 1] & 0xff)))
                .allMatch(step -> step >= -1 && step <= 5);
        assertThat((levels[359] & 0xff) - (levels[0] & 0xff)).isGreaterThan(200);
    }

    private static Declared film(int rate) {
        return Declared.film("f").with("size", "128x72").with("fps", Integer.toString(rate));
    }

    private long frames(MadeFilm film) throws Exception {
        return Long.parseLong(
                studio.facts(film, "f.mp4", "stream=nb_read_frames").split("[;,]")[0]);
    }

    private void assertRed(MadeFilm film, double second) throws Exception {
        assertThat(studio.colour(film, "f.mp4", second, "64:36:32:18")[0]).isCloseTo(0xc0, within(14));
    }

    private void assertBlue(MadeFilm film, double second) throws Exception {
        assertThat(studio.colour(film, "f.mp4", second, "64:36:32:18")[2]).isCloseTo(0xc0, within(14));
    }
}
