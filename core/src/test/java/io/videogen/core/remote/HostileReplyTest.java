package io.videogen.core.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.videogen.preview.PreviewServer;
import io.videogen.preview.http.Reply;
import io.videogen.preview.http.ReplyBody;
import io.videogen.preview.script.Faults;
import io.videogen.preview.script.Operation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A reply that is small on the wire and eats memory here: eight at once, in a JVM with 256 MiB. */
@Timeout(300)
class HostileReplyTest {

    private static final int TURNS = 1;

    /** 15 kB of gzip, 15.6 MB of text, over a gigabyte as a tree. */
    @Test
    void millions_of_values_are_no_job() throws Exception {
        assertThat(poll("{\"id\":\"a\",\"status\":\"queued\",\"x\":[", "{},".repeat(5000), 1040, "{}]}"))
                .hasSize(TURNS * HostileReplyMain.JOBS)
                .allSatisfy(line -> assertThat(line).startsWith("Transient ").contains("more values"));
    }

    @Test
    void one_endless_word_is_an_odd_status() throws Exception {
        assertThat(poll("{\"id\":\"a\",\"status\":\"", "x".repeat(15_000), 1040, "\"}"))
                .containsOnly("Seen UNLISTED")
                .hasSize(TURNS * HostileReplyMain.JOBS);
    }

    @Test
    void clips_in_the_replies_themselves_are_taken_in_turn() throws Exception {
        assertThat(poll(
                        "{\"id\":\"a\",\"status\":\"completed\",\"url\":\"data:video/mp4;base64,",
                        "A".repeat(15_000),
                        1040,
                        "\"}"))
                .containsOnly("Seen RUNNING", "Seen COMPLETED")
                .contains("Seen COMPLETED")
                .hasSize(TURNS * HostileReplyMain.JOBS);
    }

    private static List<String> poll(String head, String block, int blocks, String tail) throws Exception {
        Reply reply = Reply.json(200, "")
                .withBody(ReplyBody.repeated(bytes(head), bytes(block), blocks, bytes(tail)))
                .gzip();
        try (PreviewServer server = PreviewServer.canned()) {
            for (int i = 0; i < TURNS * HostileReplyMain.JOBS; i++) {
                server.script().on(Operation.STATUS, Faults.answer(reply));
            }
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            HostileReplyMain.class.getName(),
                            server.baseUrl(),
                            Integer.toString(TURNS))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertThat(process.waitFor()).as("%s", lines).isZero();
            return lines;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
