package io.videogen.core.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.api.ApiName;
import io.videogen.core.api.VideoApis;
import io.videogen.core.http.Endpoint;
import io.videogen.core.http.HttpSettings;
import io.videogen.core.http.HttpTransport;
import io.videogen.core.http.Token;
import io.videogen.core.request.Encoding;
import io.videogen.core.request.Reference;
import io.videogen.core.request.VideoField;
import io.videogen.core.request.VideoRequest;
import io.videogen.preview.script.Fault;
import io.videogen.preview.script.Faults;
import io.videogen.preview.script.Operation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each kind of answer means for a job that costs money. */
@Timeout(60)
class HttpRemoteJobsTest {

    private static final VideoRequest REQUEST = VideoRequest.builder("\u4e00\u53ea\u732b")
            .model("sora-2")
            .seconds("4")
            .size("1280x720")
            .build();

    @TempDir
    Path folder;

    private ClientRun run;

    @BeforeEach
    void start() throws Exception {
        run = new ClientRun(ApiName.OPENAI, folder);
    }

    @AfterEach
    void stop() {
        run.close();
    }

    @Test
    void a_slow_api_does_not_stretch_what_is_left() throws Exception {
        run.server.script().on(Operation.STATUS, Faults.hangBefore());
        long start = System.nanoTime();

        PollOutcome outcome = run.jobs.within(Duration.ofMillis(300)).poll(REQUEST, "job");

        assertThat(outcome).isInstanceOf(PollOutcome.Transient.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void a_submission_is_let_finish_when_nothing_is_left() throws Exception {
        assertThat(run.jobs.within(Duration.ZERO).create(REQUEST, "key-1")).isInstanceOf(CreateOutcome.Accepted.class);
    }

    @Test
    void a_submission_carries_its_key_and_the_token() throws Exception {
        assertThat(run.jobs.create(REQUEST, "key-1")).isInstanceOf(CreateOutcome.Accepted.class);

        assertThat(run.server.requests().get(0).header("idempotency-key")).contains("key-1");
        assertThat(run.server.requests().get(0).header("authorization")).contains("Bearer sk-very-secret-token");
        assertThat(run.server.requests().get(0).fields()).containsEntry("prompt", "\u4e00\u53ea\u732b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "429 | 7 | PT7S",
                "429 | Sun, 22 Nov 2026 10:00:30 GMT | PT30S",
                "429 | 999999 | PT1H",
                "503 | 3 | PT3S"
            })
    void busy_means_not_delivered(int status, String retryAfter, Duration wish) throws Exception {
        run.server.script().on(Operation.CREATE, Faults.status(status, retryAfter));

        CreateOutcome.NotDelivered outcome = (CreateOutcome.NotDelivered) run.jobs.create(REQUEST, "k");

        assertThat(outcome.retryAfter()).contains(wish);
        assertThat(outcome.error()).hasMessageContaining("HTTP " + status);
        assertThat(run.server.count("POST")).isEqualTo(1);
    }

    @Test
    void a_rate_limit_without_a_wish_means_not_delivered_too() throws Exception {
        run.server.script().on(Operation.CREATE, Faults.status(429));

        assertThat(run.jobs.create(REQUEST, "k")).isInstanceOf(CreateOutcome.NotDelivered.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 520, 408, 303})
    void trouble_at_the_server_means_that_a_job_may_exist(int status) throws Exception {
        run.server.script().on(Operation.CREATE, Faults.status(status));

        assertThat(run.jobs.create(REQUEST, "k"))
                .isInstanceOfSatisfying(CreateOutcome.Unknown.class, unknown -> assertThat(unknown.reason())
                        .contains("HTTP " + status));
        assertThat(run.server.count("POST")).isEqualTo(1);
    }

    @Test
    void a_reply_that_can_not_be_read_means_that_a_job_may_exist() throws Exception {
        for (Fault fault : new Fault[] {
            Faults.dropBefore(),
            Faults.dropAfter(),
            Faults.truncate(10),
            Faults.html(200),
            Faults.garbage(1, 500),
            Faults.deepJson(200, 10_000),
            Faults.hugeJson(200, 40L << 20),
            Faults.json(200, "{}"),
            Faults.json(201, "{\"status\":\"queued\"}"),
            Faults.json(200, "{\"id\":\"..\",\"status\":\"queued\"}"),
            Faults.json(200, "{\"error\":{\"message\":\"upstream timeout\"}}")
        }) {
            run.server.script().clearFaults().on(Operation.CREATE, 1, fault);

            assertThat(run.jobs.create(REQUEST, "k")).isInstanceOf(CreateOutcome.Unknown.class);
        }
        assertThat(run.server.count("POST")).isEqualTo(11);
    }

    @Test
    void a_refusal_before_anything_is_sent_names_the_field() throws Exception {
        VideoRequest request = VideoRequest.builder("x").set(VideoField.N, 2).build();

        assertThat(refused(run.jobs.create(request, "k")).kind()).isEqualTo(ErrorKind.INVALID_INPUT);
        assertThat(run.server.requests()).isEmpty();
    }

    @Test
    void a_server_that_is_not_there_was_not_reached() throws Exception {
        run.server.close();

        CreateOutcome.NotDelivered outcome = (CreateOutcome.NotDelivered) run.jobs.create(REQUEST, "k");

        assertThat(outcome.error().kind()).isEqualTo(ErrorKind.UNREACHABLE);
        assertThat(outcome.error()).hasMessageContaining("127.0.0.1").hasMessageContaining("refused");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | invalid_api_key | bad key | VIDEOGEN_TOKEN",
                "403 | insufficient_quota | Insufficient quota | top it up",
                "429 | insufficient_quota | You exceeded your current quota | top it up",
                "403 | forbidden | no | permissions",
                "404 | model_not_found | no such model | Check the base URL",
                "413 | too_large | too large | make the image smaller",
                "415 | unsupported | json only | set encoding",
                "400 | missing_parameter | prompt field is required | prompt field is required",
                "400 | invalid_value | bad size. | Correct the field that it names",
                "402 | payment_required | pay first | top it up",
                "409 | conflict | no | request id"
            })
    void a_refusal_says_what_the_api_said_and_what_to_do(int status, String code, String message, String hint)
            throws Exception {
        run.server
                .script()
                .on(
                        Operation.CREATE,
                        Faults.answer(Faults.error(status, code, message).header("x-request-id", "req_42")));

        VideogenException error = refused(run.jobs.create(REQUEST, "k"));

        assertThat(error.kind()).isEqualTo(ErrorKind.REFUSED);
        assertThat(error.code()).isEqualTo(code);
        assertThat(error).hasMessageContainingAll("HTTP " + status, message, "\"" + code + "\"", hint);
        assertThat(run.server.count("POST")).isEqualTo(1);
    }

    @Test
    void a_refusal_by_content_rules_is_told_apart() throws Exception {
        run.server
                .script()
                .on(
                        Operation.CREATE,
                        Faults.answer(Faults.error(400, "moderation_blocked", "Your request was rejected")));

        VideogenException error = refused(run.jobs.create(REQUEST, "k"));

        assertThat(error.kind()).isEqualTo(ErrorKind.MODERATED);
        assertThat(error).hasMessageContaining("change the prompt");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void a_submission_is_not_sent_to_where_it_is_redirected(int status) throws Exception {
        run.server
                .script()
                .on(Operation.CREATE, Faults.redirect(status, "https://elsewhere.example/v1/videos?k=secret"));

        VideogenException error = refused(run.jobs.create(REQUEST, "k"));

        assertThat(error).hasMessageContaining("\"https://elsewhere.example/v1/videos\"");
        assertThat(error).hasMessageNotContaining("secret");
        assertThat(run.server.count("POST")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"408", "425", "429", "500", "502", "503"})
    void trouble_while_polling_is_worth_another_try(int status) throws Exception {
        String id = create();
        run.server.script().on(Operation.STATUS, Faults.status(status, "9"));

        assertThat(run.jobs.poll(REQUEST, id))
                .isInstanceOfSatisfying(PollOutcome.Transient.class, trouble -> assertThat(trouble.retryAfter())
                        .contains(Duration.ofSeconds(9)));
    }

    @Test
    void an_unreadable_status_is_worth_another_try() throws Exception {
        String id = create();
        for (Fault fault : new Fault[] {
            Faults.dropBefore(),
            Faults.truncate(3),
            Faults.html(200),
            Faults.garbage(1, 500),
            Faults.deepJson(200, 10_000),
            Faults.json(200, "{\"code\":\"success\",\"data\":null}"),
            Faults.json(200, "{\"error\":{\"message\":\"busy\"}}")
        }) {
            run.server.script().clearFaults().on(Operation.STATUS, fault);

            assertThat(run.jobs.poll(REQUEST, id)).isInstanceOf(PollOutcome.Transient.class);
        }
    }

    @Test
    void a_status_too_large_to_read_is_not_asked_for_until_the_time_is_up() throws Exception {
        String id = create();
        run.server.script().on(Operation.STATUS, Faults.hugeJson(200, 40L << 20));

        PollOutcome.Refused outcome = (PollOutcome.Refused) run.jobs.poll(REQUEST, id);

        assertThat(outcome.error()).hasMessageContainingAll("16777216 bytes", "may hold the clip itself");
        assertThat(outcome.error().jobId()).contains(id);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 422, 302})
    void a_refusal_while_polling_names_the_job(int status) throws Exception {
        String id = create();
        run.server
                .script()
                .on(
                        Operation.STATUS,
                        Faults.answer(
                                Faults.error(status, "no", "no").header("Location", "https://elsewhere.example/")));

        PollOutcome.Refused outcome = (PollOutcome.Refused) run.jobs.poll(REQUEST, id);

        assertThat(outcome.error().jobId()).contains(id);
        assertThat(outcome.error()).hasMessageContaining(id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404 | {\"error\":{\"message\":\"Task not found\",\"code\":\"task_not_found\"}}",
                "400 | {\"code\":\"task_not_exist\",\"message\":\"task_not_exist\",\"data\":null}",
                "200 | {\"code\":\"task_not_exist\",\"message\":\"task_not_exist\",\"data\":null}",
                "404 | nothing"
            })
    void an_unknown_job_is_no_refusal(int status, String body) throws Exception {
        run.server.script().on(Operation.STATUS, Faults.json(status, body));

        assertThat(run.jobs.poll(REQUEST, "video_gone")).isInstanceOf(PollOutcome.NotFound.class);
    }

    @Test
    void the_wish_for_the_next_poll_is_passed_on_and_bounded() throws Exception {
        String id = create();
        run.server
                .script()
                .on(Operation.STATUS, 1, Faults.spoil(reply -> reply.header("openai-poll-after-ms", "2500")))
                .on(Operation.STATUS, 1, Faults.spoil(reply -> reply.header("Retry-After", "86400")));

        assertThat(((PollOutcome.Seen) run.jobs.poll(REQUEST, id)).pollAfter()).contains(Duration.ofMillis(2500));
        assertThat(((PollOutcome.Seen) run.jobs.poll(REQUEST, id)).pollAfter()).contains(Duration.ofMinutes(2));
    }

    @Test
    void a_job_is_cancelled_where_the_api_can() throws Exception {
        String id = create();

        assertThat(run.jobs.cancel(REQUEST, id)).isEqualTo(CancelOutcome.CANCELLED);
        assertThat(run.jobs.cancel(REQUEST, id)).isEqualTo(CancelOutcome.FAILED);
        run.server.script().on(Operation.DELETE, Faults.status(405));
        assertThat(run.jobs.cancel(REQUEST, id)).isEqualTo(CancelOutcome.NOT_POSSIBLE);
        assertThat(run.server.count("DELETE")).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LCONAI", "NEW_API", "YISHANGYUN"})
    void an_api_that_can_not_cancel_is_not_asked(ApiName api) throws Exception {
        try (ClientRun other = new ClientRun(api, folder)) {
            assertThat(other.jobs.cancel(REQUEST, "x")).isEqualTo(CancelOutcome.NOT_POSSIBLE);
            assertThat(other.server.requests()).isEmpty();
        }
    }

    @Test
    void a_server_that_repeats_the_token_can_not_make_it_appear() throws Exception {
        run.server.script().on(Operation.CREATE, Faults.echoToken()).on(Operation.STATUS, Faults.echoToken());

        VideogenException create = refused(run.jobs.create(REQUEST, "k"));
        PollOutcome.Refused poll = (PollOutcome.Refused) run.jobs.poll(REQUEST, "x");
        run.server
                .script()
                .clearFaults()
                .on(Operation.CREATE, 1, Faults.json(200, "[\"sk-very-secret-token\"]"))
                .on(Operation.CREATE, 1, Faults.json(200, "\u0000 sk-very-secret-token"))
                .on(
                        Operation.STATUS,
                        Faults.json(
                                200,
                                "{\"id\":\"1\",\"status\":\"failed: sk-very-secret-token\","
                                        + "\"error\":{\"code\":\"sk-very-secret-token\",\"message\":\"sk-very-secret-token\"}}"));

        assertThat(create.getMessage()).contains("****").doesNotContain("secret-token");
        assertThat(poll.error().getMessage()).contains("****").doesNotContain("secret-token");
        assertThat(run.jobs.create(REQUEST, "k").toString()).doesNotContain("secret-token");
        assertThat(run.jobs.create(REQUEST, "k").toString()).doesNotContain("secret-token");
        assertThat(run.jobs.poll(REQUEST, "x").toString()).doesNotContain("secret-token");
    }

    /** However the server places it: at the cut of a message, a word or a body, or where blanks bring the cut near. */
    @Test
    void no_part_of_a_repeated_token_is_left_where_a_text_is_cut() throws Exception {
        String token = "sk-very-secret-token";
        for (int before : new int[] {40, 50, 70, 75, 85, 90, 95, 100, 190, 230, 390, 945, 950, 985, 990, 995}) {
            String text = "x".repeat(before) + token;
            String far = "x".repeat(30) + " ".repeat(4 * before) + token;
            for (String body : new String[] {
                "{\"error\":{\"message\":\"" + text + "\"}}",
                "{\"error\":{\"message\":\"" + far + "\"}}",
                "{\"error\":{\"message\":\"no\",\"code\":\"" + text + "\",\"type\":\"" + text + "\"}}",
                "{\"id\":\"1\",\"status\":\"" + text + "\"}",
                "{\"id\":\"1\",\"status\":\"failed: " + text + "\"}",
                "\"" + text + "\"",
                text,
                far,
                "<html>" + text
            }) {
                for (int status : new int[] {200, 400}) {
                    run.server
                            .script()
                            .clearFaults()
                            .on(Operation.CREATE, 1, Faults.json(status, body))
                            .on(Operation.STATUS, 1, Faults.json(status, body));

                    assertThat(run.jobs.create(REQUEST, "k").toString())
                            .as(body)
                            .doesNotContain("sk-");
                    assertThat(run.jobs.poll(REQUEST, "x").toString()).as(body).doesNotContain("sk-");
                }
            }
        }
    }

    @Test
    void a_signed_address_prints_without_its_query() throws Exception {
        run.server
                .script()
                .on(
                        Operation.STATUS,
                        Faults.json(
                                200,
                                "{\"id\":\"1\",\"status\":\"completed\",\"url\":\"https://c.example/a?sign=secret\"}"));

        assertThat(run.jobs.poll(REQUEST, "x").toString())
                .contains("https://c.example/a")
                .doesNotContain("secret");
    }

    @Test
    void a_token_with_a_line_break_is_refused_at_once() {
        try (HttpTransport transport = new HttpTransport(HttpSettings.defaults())) {
            Token token = new Token("one\ntwo", "server \"x\" of settings.xml");

            assertThatThrownBy(() -> new HttpRemoteJobs(
                            VideoApis.of(ApiName.OPENAI),
                            Endpoint.parse("https://gw.example", false),
                            Optional.of(token),
                            transport,
                            Encoding.AUTO,
                            Optional.empty()))
                    .isInstanceOf(VideogenException.class)
                    .hasMessageContaining("settings.xml")
                    .hasMessageNotContaining("two");
        }
    }

    @Test
    void a_missing_token_is_explained() throws Exception {
        try (HttpTransport transport = new HttpTransport(HttpSettings.defaults())) {
            HttpRemoteJobs jobs = new HttpRemoteJobs(
                    VideoApis.of(ApiName.OPENAI),
                    Endpoint.parse(run.server.baseUrl(), false),
                    Optional.empty(),
                    transport,
                    Encoding.AUTO,
                    Optional.empty());

            assertThat(refused(jobs.create(REQUEST, "k")))
                    .hasMessageContainingAll("No token was given", "give the endpoint's token");
        }
    }

    @Test
    void a_reference_that_vanished_is_refused_before_anything_is_sent() throws Exception {
        VideoRequest request = VideoRequest.builder("x")
                .reference(new Reference.LocalFile(folder.resolve("gone.png")))
                .build();

        assertThat(refused(run.jobs.create(request, "k"))).hasMessageContaining("gone.png");
        assertThat(run.server.requests()).isEmpty();
    }

    private String create() throws InterruptedException {
        return ((CreateOutcome.Accepted) run.jobs.create(REQUEST, "k")).jobId().toString();
    }

    private static VideogenException refused(CreateOutcome outcome) {
        assertThat(outcome).isInstanceOf(CreateOutcome.Refused.class);
        return ((CreateOutcome.Refused) outcome).error();
    }
}
