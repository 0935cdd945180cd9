package io.videogen.core.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.videogen.core.VideogenException;
import io.videogen.core.http.Endpoint;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a server sends: a snapshot or a clear error, never another exception. */
class AnyReplyTest {

    private static final int CASES = 5_000;
    private static final Endpoint ENDPOINT = Endpoint.parse("https://gw.example", false);
    private static final List<String> NAMES = List.of(
            "id",
            "task_id",
            "status",
            "state",
            "data",
            "task",
            "output",
            "outputs",
            "url",
            "video_url",
            "result_url",
            "metadata",
            "error",
            "message",
            "code",
            "type",
            "progress",
            "created_at",
            "fail_reason",
            "videos",
            "urls",
            "content",
            "object",
            "thumbnail_url",
            "file_size",
            "success",
            "base_resp",
            "status_code",
            "has_more",
            "task_result",
            "\u0000",
            "");
    private static final List<String> LEAVES = List.of(
            "null",
            "true",
            "false",
            "0",
            "-1",
            "1e400",
            "-0.0",
            "1712697600",
            "99999999999999999999999",
            "1E-9999",
            "\"\"",
            "\"completed\"",
            "\"SUCCESS\"",
            "\"failed\"",
            "\"FAILED: x\"",
            "\"queued\"",
            "\"https://cdn.example/a.mp4?s=1\"",
            "\"https://[::1\"",
            "\"http://\"",
            "\"/relative\"",
            "\"//host\"",
            "\"data:video/mp4;base64,AA\"",
            "\"data:\"",
            "\"http://localhost:3000/v1/videos/x/content\"",
            "\"\\u0000\\ud800\"",
            "\"..\"",
            "\"45%\"",
            "\"%\"",
            "\"0.5\"",
            "\"2024-01-15T10:30:00Z\"",
            "\"+999999999-12-31T23:59:59Z\"",
            "\"\u732b\\n\\u202e\"");

    @Test
    void any_json_is_a_job_or_a_clear_error() {
        Random random = new Random(20261122);
        int jobs = 0;
        for (int i = 0; i < CASES; i++) {
            String json = value(random, 4, true);
            jobs += survives(json.getBytes(StandardCharsets.UTF_8), json) ? 1 : 0;
        }
        assertThat(jobs).as("the generator reaches the inside of the reader").isBetween(CASES / 10, CASES);
    }

    @Test
    void any_bytes_are_a_job_or_a_clear_error() {
        Random random = new Random(4711);
        for (int i = 0; i < CASES; i++) {
            byte[] bytes = value(random, 3, true).getBytes(StandardCharsets.UTF_8);
            for (int flips = random.nextInt(4); flips > 0 && bytes.length > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            survives(java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)), "bytes of case " + i);
        }
    }

    private static boolean survives(byte[] body, String what) {
        boolean[] job = {false};
        assertThatCode(() -> {
                    for (ReplyReader reader : List.of(
                            new ReplyReader(ENDPOINT, Optional.empty(), Optional.empty()),
                            new ReplyReader(ENDPOINT, Optional.empty(), Optional.of("/data/url")))) {
                        try {
                            Reply reply = reader.read(reader.parse(body), Optional.of("x"), 2, AnyReplyTest::contents);
                            job[0] |= reply instanceof Reply.Job;
                            check(reply);
                        } catch (VideogenException e) {
                            assertThat(e.getMessage()).isNotBlank();
                        }
                    }
                })
                .as(what)
                .doesNotThrowAnyException();
        assertThatCode(() -> new ReplyReader(ENDPOINT, Optional.empty(), Optional.empty()).error(body))
                .as(what)
                .doesNotThrowAnyException();
        assertThatCode(() -> {
                    try {
                        ReplyReader reader = new ReplyReader(ENDPOINT, Optional.empty(), Optional.empty());
                        reader.list(reader.parse(body));
                    } catch (VideogenException e) {
                        assertThat(e.getMessage()).isNotBlank();
                    }
                })
                .as(what)
                .doesNotThrowAnyException();
        return job[0];
    }

    private static void check(Reply reply) {
        if (reply instanceof Reply.Job job) {
            JobSnapshot snapshot = job.snapshot();
            assertThat(snapshot.videos().isEmpty()).isEqualTo(snapshot.status() != JobStatus.COMPLETED);
            boolean failed = snapshot.status().isFinal() && snapshot.status() != JobStatus.COMPLETED;
            // Beside a completion without an address there may be a reason.
            assertThat(snapshot.error().isPresent()).isIn(failed, failed || snapshot.status() == JobStatus.COMPLETED);
            snapshot.progress().ifPresent(percent -> assertThat(percent).isBetween(0.0, 100.0));
            snapshot.videos()
                    .forEach(video -> assertThat(video.uri().getScheme()).matches("(?i)https?|data"));
            assertThat(snapshot.statusWord().toString()).hasSizeLessThan(80);
        }
    }

    private static Contents contents(String id) {
        return new Contents(Optional.of(URI.create("https://gw.example/v1/videos/x/content")), Optional.empty());
    }

    private static String value(Random random, int depth, boolean object) {
        int kind = depth == 0 ? 0 : object && random.nextInt(20) > 0 ? 2 : random.nextInt(4);
        if (kind == 0 || kind == 3) {
            return LEAVES.get(random.nextInt(LEAVES.size()));
        }
        StringBuilder text = new StringBuilder(kind == 1 ? "[" : "{");
        int size = random.nextInt(6);
        for (int i = 0; i < size; i++) {
            text.append(i == 0 ? "" : ",");
            if (kind == 2) {
                String name = NAMES.get(random.nextInt(NAMES.size()));
                text.append('"')
                        .append(name.equals("\u0000") ? "\\u0000" : name)
                        .append("\":");
            }
            text.append(value(random, depth - 1, false));
        }
        return text.append(kind == 1 ? "]" : "}").toString();
    }
}
