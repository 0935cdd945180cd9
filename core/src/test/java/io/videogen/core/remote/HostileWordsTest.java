package io.videogen.core.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.videogen.core.VideogenException;
import io.videogen.core.api.ApiName;
import io.videogen.core.api.VideoApis;
import io.videogen.core.request.VideoRequest;
import io.videogen.preview.http.Reply;
import io.videogen.preview.script.Faults;
import io.videogen.preview.script.Operation;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A server that puts all it knows into every place of its replies, against all that a host prints and keeps. */
@Timeout(120)
class HostileWordsTest {

    private static final VideoRequest REQUEST =
            VideoRequest.builder("A cat").model("sora-2").seconds("4").build();
    private static final String TOKEN = ClientRun.SECRET;
    /** What a terminal, a browser or a CI system would act on. */
    private static final String COMMANDS =
            "##vso[task.setvariable variable=PATH]/evil ##[add-path]/evil ##teamcity[message text='x']";

    private static final String CONTROLS = "\\u001b[2J\\u0085\\u009b31m\\u202e\\u2028\\u2066\\u0007";

    @TempDir
    Path folder;

    static Stream<String> words() {
        String base64 = Base64.getEncoder().encodeToString(TOKEN.getBytes(StandardCharsets.UTF_8));
        String percent = "";
        for (byte b : TOKEN.getBytes(StandardCharsets.UTF_8)) {
            percent += String.format("%%%02x", b);
        }
        return Stream.of(
                TOKEN,
                TOKEN.toUpperCase(Locale.ROOT),
                base64,
                Base64.getUrlEncoder().encodeToString(("user:" + TOKEN).getBytes(StandardCharsets.UTF_8)),
                percent,
                URLEncoder.encode(TOKEN, StandardCharsets.UTF_8),
                COMMANDS,
                "::set-env name=PATH::/evil",
                "x" + CONTROLS + "y",
                "x".repeat(100_000));
    }

    @ParameterizedTest
    @MethodSource("words")
    void an_error_says_nothing_that_acts(String word) throws Exception {
        try (ClientRun run = new ClientRun(ApiName.OPENAI, folder)) {
            run.server
                    .script()
                    .on(
                            Operation.CREATE,
                            Faults.answer(Reply.json(
                                            400,
                                            "{\"error\":{\"message\":\"" + word + "\",\"code\":\"" + word
                                                    + "\",\"type\":\"" + word + "\"}}")
                                    .header("x-request-id", printable(word))));

            harmless(run, run.render(REQUEST));
        }
    }

    @ParameterizedTest
    @MethodSource("words")
    void an_id_that_acts_is_no_id(String word) throws Exception {
        try (ClientRun run = new ClientRun(ApiName.NEW_API, folder)) {
            run.server
                    .script()
                    .on(Operation.CREATE, Faults.json(200, "{\"id\":\"" + word + "\",\"status\":\"queued\"}"));

            harmless(run, run.render(REQUEST));
        }
    }

    @ParameterizedTest
    @MethodSource("words")
    void a_status_says_nothing_that_acts(String word) throws Exception {
        try (ClientRun run = new ClientRun(ApiName.OPENAI, folder)) {
            run.server.script().on(Operation.STATUS, Faults.json(200, "{\"id\":\"a\",\"status\":\"" + word + "\"}"));
            run.server
                    .script()
                    .on(Operation.STATUS, Faults.json(200, "{\"id\":\"a\",\"status\":\"failed: " + word + "\"}"));

            harmless(run, run.render(REQUEST));
        }
    }

    @ParameterizedTest
    @MethodSource("words")
    void an_address_says_nothing_that_acts(String word) throws Exception {
        String host = printable(word).replaceAll("[^A-Za-z0-9]", "");
        for (String url : List.of(
                "https://" + host + ".invalid/clip.mp4",
                host.replaceAll("^\\d+", "x") + "://example.com/clip.mp4",
                "http://x" + host + "/clip.mp4",
                "https://127.0.0.1:1/" + printable(word))) {
            try (ClientRun run = new ClientRun(ApiName.OPENAI, folder)) {
                for (int i = 0; i < 20; i++) {
                    run.server
                            .script()
                            .on(
                                    Operation.STATUS,
                                    Faults.json(
                                            200,
                                            "{\"id\":\"a\",\"status\":\"completed\",\"video_url\":\"" + url + "\"}"));
                }

                harmless(run, run.render(REQUEST));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("words")
    void a_header_of_the_clip_says_nothing_that_acts(String word) throws Exception {
        try (ClientRun run = new ClientRun(ApiName.OPENAI, folder)) {
            run.server.script().on(Operation.CONTENT, Faults.spoil(reply -> reply.header(
                            "ETag", '"' + printable(word) + '"')
                    .delivered(reply.delivery().cut(1000))));
            run.server.script().on(Operation.CONTENT, Faults.spoil(reply -> reply.header(
                            "Content-Encoding", printable(word))
                    .header("Location", printable(word))));
            run.server.script().on(Operation.CONTENT, Faults.json(200, "{\"message\":\"" + word + "\"}"));
            run.server.script().on(Operation.CONTENT, Faults.redirect(302, "https://" + printable(word) + ".invalid/"));

            harmless(run, run.render(REQUEST));
        }
    }

    /** The server has seen the token that was made for it, and says it in all its replies. */
    @ParameterizedTest
    @EnumSource(
            value = Operation.class,
            names = {"CREATE", "STATUS", "CONTENT"})
    void a_signed_token_is_hidden_like_the_secret(Operation operation) throws Exception {
        String pair = "AKf7YbT3QmX1:s3cr3t-of-the-account";
        try (ClientRun run = new ClientRun(
                ApiName.KLING, origin -> VideoApis.of(ApiName.KLING), folder, "", Optional.empty(), pair)) {
            run.server.script().on(operation, (request, handling) -> {
                String word = request.header("authorization").orElse("none") + " of AKf7YbT3QmX1";
                return Reply.json(400, "{\"code\":1200,\"message\":\"" + word + "\",\"request_id\":\"" + word + "\"}")
                        .header("x-request-id", word)
                        .header("ETag", '"' + word.replace(' ', '-') + '"');
            });

            ClientRun.End end = run.render(
                    VideoRequest.builder("A cat").model("kling-v3").seconds("5").build());

            assertThat(run.server.requests()).isNotEmpty();
            assertThat(told(run, end)).doesNotContain("eyj", "akf7ybt3qmx1", "s3cr3t-of");
        }
    }

    /** Of what a header can carry. */
    private static String printable(String word) {
        String plain = word.replaceAll("\\\\u....", "");
        return plain.length() > 20_000 ? plain.substring(0, 20_000) : plain;
    }

    private void harmless(ClientRun run, ClientRun.End end) throws Exception {
        String lower = told(run, end);
        assertThat(lower).doesNotContain(TOKEN).doesNotContain("##").doesNotContainPattern("(?m)^\\s*::");
        words().limit(6).forEach(form -> assertThat(lower).doesNotContain(form.toLowerCase(Locale.ROOT)));
        assertThat(lower.replace("\n", "")).doesNotContainPattern("[\\p{Cc}\\p{Cf}\u2028\u2029]");
        // Each poll tells the beginning of its reply, to those who look for a cause.
        assertThat(lower.length()).isLessThan(60_000);
    }

    /** All that a host prints and keeps, in lower case. */
    private String told(ClientRun run, ClientRun.End end) throws IOException {
        StringBuilder all = new StringBuilder();
        run.events.forEach(event -> all.append(event).append('\n'));
        end.state().jobId().ifPresent(id -> all.append(id).append('\n'));
        end.state().statusWord().ifPresent(word -> all.append(word).append('\n'));
        end.state().failure().ifPresent(failure -> all.append(failure).append('\n'));
        for (Optional<VideogenException> error = end.stop(); error.isPresent(); error = Optional.empty()) {
            all.append(error.get().code()).append('\n');
            for (Throwable cause = error.get(); cause != null; cause = cause.getCause()) {
                all.append(cause).append('\n');
            }
        }
        all.append(end.state().toJson()).append('\n');
        try (Stream<Path> files = Files.list(folder)) {
            for (Path note :
                    files.filter(file -> file.toString().endsWith(".resume")).toList()) {
                all.append(Files.readString(note)).append('\n');
            }
        }
        return all.toString().toLowerCase(Locale.ROOT);
    }
}
