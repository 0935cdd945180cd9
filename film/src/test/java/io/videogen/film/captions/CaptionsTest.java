package io.videogen.film.captions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptionsTest {

    private static final List<Cue> CUES = List.of(
            new Cue(Duration.ofMillis(500), Duration.ofSeconds(2), "One & <two>\n\u4e09"),
            new Cue(Duration.ofMinutes(61), Duration.ofMillis(3_665_250), "last"));

    @TempDir
    private Path folder;

    @Test
    void web_vtt_is_read_without_its_notes_styles_and_tags() throws IOException {
        assertThat(read("\ufeffWEBVTT - a title\nKind: captions\n\nNOTE\nnothing\n\nSTYLE\n::cue {}\n\n"
                        + "intro\n00:00.500 --> 00:02.000 align:start line:0\n<v Ann>One &amp; &lt;two&gt;\n\u4e09</v>\n\n"
                        + "01:01:00.000 --> 01:01:05.250\nlast\n"))
                .isEqualTo(CUES);
    }

    @Test
    void sub_rip_with_windows_line_ends_is_read() throws IOException {
        assertThat(read("1\r\n00:00:00,500 --> 00:00:02,000\r\n{\\an8}One & <i></i>\r\n\u4e09\r\n\r\n\r\n"
                        + "2\r\n01:01:00,000 --> 01:01:05,25\r\nlast"))
                .containsExactly(new Cue(Duration.ofMillis(500), Duration.ofSeconds(2), "One &\n\u4e09"), CUES.get(1));
    }

    @Test
    void what_is_written_is_read_again() throws IOException {
        assertThat(read(CaptionWriter.webVtt(CUES))).isEqualTo(CUES);
        assertThat(CaptionWriter.subRip(CUES)).contains("1\n00:00:00,500 --> 00:00:02,000\nOne & <two>\n\u4e09\n\n2\n");
    }

    @Test
    void captions_that_meet_stand_in_one_where_a_track_shows_one_at_a_time() {
        List<Cue> meeting = List.of(
                new Cue(Duration.ofSeconds(1), Duration.ofSeconds(3), "file"),
                new Cue(Duration.ofSeconds(2), Duration.ofSeconds(5), "shot"));
        assertThat(CaptionWriter.subRip(meeting))
                .isEqualTo("1\n00:00:01,000 --> 00:00:02,000\nfile\n\n"
                        + "2\n00:00:02,000 --> 00:00:03,000\nfile\nshot\n\n"
                        + "3\n00:00:03,000 --> 00:00:05,000\nshot\n\n");
        assertThat(CaptionWriter.webVtt(meeting)).contains("00:00:01.000 --> 00:00:03.000\nfile");
    }

    @Test
    void what_can_not_be_understood_is_told_with_its_line() {
        assertBad("WEBVTT\n\n00:01.000 -> 00:02.000\nx\n", "line 3: \"00:01.000 -> 00:02.000\" is no time");
        assertBad("WEBVTT\n\n00:03.000 --> 00:02.000\nx\n", "line 3: the caption ends before it begins");
        assertBad("1\n00:00:01,000 --> 00:00:02,000\n\n", "line 1: the caption has no text");
        assertBad("1\n00:00:01,000 --> 00:99:02,000\nx", "line 2: there are no 60 minutes");
        assertBad(
                "1\n00:00:01,000 --> 00:00:02,000\nx\n00:00:03,000 --> 00:00:04,000\ny",
                "line 4: an empty line is missing");
        assertBad("WEBVTT\n", "line 1: there is no caption in it");
    }

    @Test
    void another_encoding_is_told_with_the_first_line_that_shows_it() throws IOException {
        Path file = folder.resolve("latin.srt");
        Files.write(file, "1\n00:00:01,000 --> 00:00:02,000\ngr\u00f6\u00dfer\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> CaptionReader.read("Film \"f\"", file))
                .hasMessageContaining("not in UTF-8, from line 3 on");
    }

    private void assertBad(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .hasMessageStartingWith("Film \"f\": the captions")
                .hasMessageContaining(message);
    }

    private List<Cue> read(String text) throws IOException {
        Path file = folder.resolve("captions");
        Files.writeString(file, text);
        return CaptionReader.read("Film \"f\"", file);
    }
}
