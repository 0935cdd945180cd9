package io.videogen.film.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videogen.core.VideogenException;
import io.videogen.film.Declared;
import io.videogen.film.model.Content;
import io.videogen.film.model.Film;
import io.videogen.film.model.FrameRate;
import io.videogen.film.model.Motion;
import io.videogen.film.model.Size;
import io.videogen.film.model.Transition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilmReaderTest {

    @TempDir
    private Path folder;

    private FilmReader reader;

    @BeforeEach
    void files() throws IOException {
        for (String name : List.of("own.mp4", "end.png", "hero.mp4", "seq-001.png", "seq-002.png")) {
            Files.createFile(folder.resolve(name));
        }
        reader = new FilmReader(folder, new Clips() {
            @Override
            public Set<String> names() {
                return Set.of("hero", "teaser");
            }

            @Override
            public Clip clip(String name) {
                return new Clip(folder.resolve(name + ".mp4"), true);
            }
        });
    }

    @Test
    void a_film_is_read_as_it_is_written() {
        Film film = read(Declared.film("launch")
                .with("size", "1920*1080")
                .with("fps", "23.976")
                .with("transition", "fade 750ms")
                .shot("title", "Acme", "subtitle", "4.2", "seconds", "2.5")
                .shot("video", "hero", "from", "0.5", "to", "6s", "caption", "One line")
                .shot("file", "own.mp4", "speed", "1.5", "transition", "wipeleft 300ms")
                .shot("image", "end.png", "motion", "zoom-in", "transition", "cut")
                .shot("file", "seq-%03d.png")
                .output("format", "gif", "maxBytes", "5MB", "width", "641")
                .output("format", "mp4", "aspectRatio", "9:16", "fit", "cover"));

        assertThat(film.size()).contains(new Size(1920, 1080));
        assertThat(film.rate()).contains(new FrameRate(24000, 1001));
        assertThat(film.shots())
                .extracting(shot -> shot.transition())
                .containsExactly(
                        Transition.CUT,
                        new Transition("fade", Duration.ofMillis(750)),
                        new Transition("wipeleft", Duration.ofMillis(300)),
                        Transition.CUT,
                        new Transition("fade", Duration.ofMillis(750)));
        assertThat(film.shots().get(1).content())
                .isEqualTo(new Content.Footage(
                        folder.resolve("hero.mp4"),
                        "hero",
                        Duration.ofMillis(500),
                        java.util.Optional.of(Duration.ofSeconds(6)),
                        1,
                        true));
        assertThat(((Content.Still) film.shots().get(3).content()).motion()).isEqualTo(Motion.ZOOM_IN);
        assertThat(film.outputs().get(0).maxBytes()).hasValue(5_000_000);
        assertThat(film.outputs().get(0).width()).hasValue(642);
        assertThat(film.outputs().get(1).fileName("launch")).isEqualTo("launch-9x16.mp4");
        assertThat(film.outputs().get(1).aspectRatio().orElseThrow().of(new Size(1920, 1080)))
                .isEqualTo(new Size(1080, 1920));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "title=A,video=hero     | Film \"f\", shot 1: it has title and video.",
                "caption=A              | Film \"f\", shot 1: it shows nothing.",
                "video=herro            | there is no video \"herro\". Declared are hero, teaser.",
                "file=gone.mp4          | there is no file",
                "file=gone-%03d.png     | there is no picture",
                "file=own.mp4,from=3,to=2 | the value of to is \"2\". It must be after from.",
                "file=own.mp4,seconds=2 | seconds has no meaning in a shot with file. Use from and to.",
                "image=end.png,speed=2  | speed has no meaning in a shot with image.",
                "image=end.png,motion=spin | Use one of none, zoom-in, zoom-out, pan-left",
                "file=own.mp4,speed=0   | the value of speed is \"0\".",
                "title=A,seconds=99999999 | the value of seconds is \"99999999\". A title or picture is seen for an hour",
                "title=A,seconds=soon   | the value of seconds is \"soon\". Write seconds",
                "title=A,transition=fad 1s | Use cut, or one of these with a length, such as \"fade 500ms\": fade, wipeleft",
            })
    void a_mistake_in_a_shot_names_film_and_shot_and_says_what_to_do(String shot, String message) {
        assertThatThrownBy(() -> read(Declared.film("f").shot(shot.strip().split("[=,]"))))
                .isInstanceOf(VideogenException.class)
                .hasMessageStartingWith("Film \"f\", shot 1")
                .hasMessageContaining(message.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "size=big        | such as \"1920x1080\"",
                "size=8000x4000  | of at most 3840x2160",
                "fps=0           | frames a second from 1 to 120",
                "background=red  | such as \"#101820\"",
                "burnCaptions=yes | It must be \"true\" or \"false\".",
                "music=none.mp3  | there is no file",
            })
    void a_mistake_in_a_film_names_it(String field, String message) {
        String[] parts = field.strip().split("=");
        assertThatThrownBy(() -> read(Declared.film("f").shot("title", "A").with(parts[0], parts[1])))
                .isInstanceOf(VideogenException.class)
                .hasMessageStartingWith("Film \"f\"")
                .hasMessageContaining(message.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "format=avi               | Use one of mp4, webm, gif, poster.",
                "width=640                | it has no format.",
                "format=mp4,maxBytes=5MB  | Only a gif has a limit.",
                "format=gif,maxBytes=lots | such as \"5MB\"",
                "format=mp4,at=2          | Only a poster shows one moment.",
                "format=mp4,aspectRatio=tall | such as \"9:16\"",
                "format=mp4,fit=squeeze   | Use one of contain, cover.",
            })
    void a_mistake_in_an_output_names_it(String output, String message) {
        assertThatThrownBy(() -> read(Declared.film("f")
                        .shot("title", "A")
                        .output(output.strip().split("[=,]"))))
                .isInstanceOf(VideogenException.class)
                .hasMessageStartingWith("Film \"f\", output 1")
                .hasMessageContaining(message.strip());
    }

    @Test
    void two_outputs_of_one_name_and_names_of_videos_are_refused() {
        assertThatThrownBy(() -> read(Declared.film("f")
                        .shot("title", "A")
                        .output("format", "mp4")
                        .output("format", "mp4", "width", "640")))
                .hasMessageContaining("it makes the same file \"f.mp4\" as output 1");
        assertThatThrownBy(() -> read(Declared.film("Hero").shot("title", "A")))
                .hasMessageContaining("as those of the video \"hero\" are");
        assertThatThrownBy(() -> read(Declared.film("a/b").shot("title", "A")))
                .hasMessageContaining("The film name \"a/b\" is not safe as a file name");
        assertThatThrownBy(() -> read(Declared.film("f"))).hasMessageContaining("it has no shots");
    }

    private Film read(Declared film) {
        return reader.read(List.of(film.declared())).get(0);
    }
}
