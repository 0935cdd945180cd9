package io.videogen.core.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.videogen.core.ErrorKind;
import io.videogen.core.api.ApiName;
import io.videogen.core.engine.Phase;
import io.videogen.core.engine.RenderState;
import io.videogen.core.event.RenderEvent;
import io.videogen.core.request.Reference;
import io.videogen.core.request.VideoField;
import io.videogen.core.request.VideoRequest;
import io.videogen.core.request.VideoRequestBuilder;
import io.videogen.preview.http.Reply;
import io.videogen.preview.script.Faults;
import io.videogen.preview.script.Operation;
import io.videogen.preview.script.ReplyMode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Renders from the request to the file, where one API or one server has its own way. */
@Timeout(60)
class WholeClientTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/v1", "/v1/", "/relay", "/relay/v1//"})
    void a_base_url_is_taken_with_and_without_v1_and_with_a_prefix(String suffix) throws Exception {
        try (ClientRun run = new ClientRun(ApiName.OPENAI, folder, suffix, Optional.empty())) {
            assertDone(run.render(video().build()));

            String prefix = suffix.startsWith("/relay") ? "/relay" : "";
            assertThat(run.server.requests().get(0).path()).isEqualTo(prefix + "/v1/videos");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ApiName.class,
            names = {"OPENAI", "LCONAI", "YISHANGYUN"})
    void a_file_with_quotes_and_chinese_in_its_name_arrives_whole(ApiName api) throws Exception {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 1, 2, 3};
        Path file = Files.write(folder.resolve("a \"b\" \u732b.png"), png);
        try (ClientRun run = new ClientRun(api, folder)) {
            run.server.script().mode(ReplyMode.STRICT_TEXT);

            assertDone(
                    run.render(video().reference(new Reference.LocalFile(file)).build()));

            assertThat(run.server.requests().get(0).fields())
                    .containsEntry("prompt", "\u4e00\u53ea\u732b")
                    .containsEntry("seconds", "4");
            assertThat(run.server.requests().get(0).files()).singleElement().satisfies(upload -> {
                assertThat(upload.toString()).contains("input_reference", "image/png");
                assertThat(upload.toString()).contains("\u732b.png");
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"OPENAI, true", "LCONAI, false", "NEW_API, false", "YISHANGYUN, true"})
    void a_thumbnail_comes_where_the_api_offers_one(ApiName api, boolean offered) throws Exception {
        try (ClientRun run = new ClientRun(api, folder)) {
            ClientRun.End end = run.render(video().build());

            assertDone(end);
            assertThat(end.state().thumbnail().isPresent()).isEqualTo(offered);
        }
    }

    @Test
    void a_gateway_that_ignores_the_variant_costs_no_clip() throws Exception {
        try (ClientRun run = new ClientRun(ApiName.OPENAI, folder)) {
            run.server.script().on(Operation.THUMBNAIL, Faults.html(200));

            ClientRun.End end = run.render(video().build());

            assertDone(end);
            assertThat(end.state().thumbnail()).isEmpty();
        }
    }

    @Test
    void several_clips_of_one_job_all_arrive() throws Exception {
        try (ClientRun run = new ClientRun(ApiName.NEW_API, folder)) {
            run.server
                    .script()
                    .on(
                            Operation.STATUS,
                            Faults.json(
                                    200,
                                    ("{'code':'success','data':{'task_id':'x','status':'SUCCESS',"
                                                    + "'urls':['/files/x/1.mp4','/files/x/2.mp4']}}")
                                            .replace('\'', '"')));

            PollOutcome outcome = run.jobs.poll(video().set(VideoField.N, 2).build(), "x");

            assertThat(((PollOutcome.Seen) outcome).snapshot().videos())
                    .extracting(location -> location.uri().getPath())
                    .containsExactly("/files/x/1.mp4", "/files/x/2.mp4");
        }
    }

    @Test
    void a_gateway_that_nobody_has_seen_yet_is_used_by_a_pointer() throws Exception {
        try (ClientRun run = new ClientRun(ApiName.OPENAI, folder, "", Optional.of("/metadata/url"))) {
            run.server.script().mode(ReplyMode.METADATA_URL);

            assertDone(run.render(video().build()));
        }
    }

    @Test
    void a_pointer_at_nothing_stops_the_build_and_keeps_the_job() throws Exception {
        try (ClientRun run = new ClientRun(ApiName.OPENAI, folder, "", Optional.of("/no/where"))) {
            ClientRun.End end = run.render(video().build());

            assertThat(end.state().phase()).isEqualTo(Phase.WAITING);
            assertThat(end.stop().orElseThrow().kind()).isEqualTo(ErrorKind.BAD_REPLY);
            assertThat(end.stop().orElseThrow()).hasMessageContaining("/no/where");
            assertThat(end.stop().orElseThrow().jobId()).isEqualTo(end.state().jobId());
            assertThat(run.server.jobsCreated()).isEqualTo(1);
        }
    }

    @Test
    void a_moderated_job_is_told_apart_from_a_broken_one() throws Exception {
        try (ClientRun run = new ClientRun(ApiName.OPENAI, folder)) {
            run.server.script().failJobs("\u732b", "moderation_blocked", "Blocked by our moderation system.");

            ClientRun.End end = run.render(video().build());

            assertThat(end.state().failure().orElseThrow().kind()).isEqualTo(ErrorKind.MODERATED);
        }
    }

    @Test
    void a_submission_the_server_could_not_take_yet_is_repeated_and_paid_once() throws Exception {
        try (ClientRun run = new ClientRun(ApiName.OPENAI, folder)) {
            run.server
                    .script()
                    .on(Operation.CREATE, 1, Faults.status(429, "0"))
                    .on(Operation.CREATE, 1, Faults.status(503, "0"));

            assertDone(run.render(video().build()));

            assertThat(run.server.count("POST")).isEqualTo(3);
            assertThat(run.server.jobsCreated()).isEqualTo(1);
        }
    }

    @Test
    void a_job_that_ends_makes_room_for_the_next_where_the_api_takes_two_at_once() throws Exception {
        try (ClientRun run = new ClientRun(ApiName.OPENAI, folder)) {
            AtomicInteger atOnce = new AtomicInteger();
            List<Instant> ended = new ArrayList<>();
            List<Instant> accepted = new ArrayList<>();
            run.server.script().renderTime(Duration.ofMinutes(9)).on(Operation.CREATE, (request, handling) -> {
                if (atOnce.get() == 2) {
                    return Faults.error(429, "rate_limit_exceeded", "At most 2 jobs at once");
                }
                atOnce.incrementAndGet();
                accepted.add(run.clock.instant());
                return handling.handle();
            });
            run.server.script().on(Operation.STATUS, (request, handling) -> {
                Reply reply = handling.handle();
                ByteArrayOutputStream body = new ByteArrayOutputStream();
                reply.body().writeTo(body);
                if (body.toString(StandardCharsets.UTF_8).contains("\"completed\"")) {
                    atOnce.decrementAndGet();
                    ended.add(run.clock.instant());
                }
                return reply;
            });

            List<ClientRun.End> ends = run.renderAll(Collections.nCopies(3, video().build()));

            assertThat(ends).allSatisfy(WholeClientTest::assertDone);
            assertThat(run.server.jobsCreated()).isEqualTo(3);
            assertThat(accepted.get(2)).isBetween(ended.get(0), ended.get(0).plusSeconds(2));
        }
    }

    @Test
    void a_quota_is_no_rate_limit() throws Exception {
        try (ClientRun run = new ClientRun(ApiName.OPENAI, folder)) {
            run.server
                    .script()
                    .on(Operation.CREATE, Faults.answer(Faults.error(429, "insufficient_quota", "You exceeded it")));

            assertThat(run.render(video().build()).state().phase()).isEqualTo(Phase.FAILED);
            assertThat(run.server.count("POST")).isEqualTo(1);
        }
    }

    @Test
    void a_busy_api_is_asked_until_the_time_is_up_and_nothing_was_paid() throws Exception {
        try (ClientRun run = new ClientRun(ApiName.OPENAI, folder)) {
            run.server.script().on(Operation.CREATE, Faults.status(429));
            Instant start = run.clock.instant();

            ClientRun.End end = run.render(video().build());

            assertThat(end.state().phase()).isEqualTo(Phase.PLANNED);
            assertThat(run.clock.instant()).isEqualTo(start.plus(Duration.ofMinutes(30)));
            assertThat(run.server.count("POST")).isLessThan(90);
        }
    }

    @Test
    void a_front_whose_origin_stays_away_was_not_reached() throws Exception {
        try (ClientRun run = new ClientRun(ApiName.OPENAI, folder)) {
            run.server.script().on(Operation.CREATE, Faults.html(523));
            Instant start = run.clock.instant();

            ClientRun.End end = run.render(video().build());

            assertThat(end.state().phase()).isEqualTo(Phase.FAILED);
            assertThat(end.state().failure().orElseThrow().kind()).isEqualTo(ErrorKind.UNREACHABLE);
            assertThat(end.state().failure().orElseThrow().message())
                    .contains("HTTP 523", "Attention required", "not the API's word", "Nothing was submitted");
            assertThat(run.clock.instant()).isAfter(start.plusSeconds(200));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 | {\"code\":\"fail_to_fetch_task\",\"message\":\"upstream said: job 4711 queued?\"} | job 4711 queued?",
                "200 | {\"result\":{\"ticket\":\"T-0815\"}} | T-0815",
                "200 | ticket T-0815, sk-very-secret-token | ticket T-0815, ****"
            })
    void the_words_of_a_reply_that_leaves_the_outcome_open_stand_in_the_error_of_later_builds_too(
            int status, String body, String words) throws Exception {
        try (ClientRun run = new ClientRun(ApiName.LCONAI, folder)) {
            run.server.script().on(Operation.CREATE, Faults.json(status, body));

            ClientRun.End end = run.render(video().build());
            ClientRun.End later =
                    run.resume(video().build(), RenderState.fromJson(end.state().toJson()));

            for (ClientRun.End each : List.of(end, later)) {
                assertThat(each.state().phase()).isEqualTo(Phase.UNKNOWN);
                assertThat(each.state().failure().orElseThrow().message()).contains("HTTP " + status, words);
            }
            // Killed while it was looked for.
            assertThat(run.written)
                    .filteredOn(state -> state.phase() == Phase.SUBMITTING)
                    .last()
                    .satisfies(
                            state -> assertThat(state.lastReply().orElseThrow()).contains(words));
            assertThat(run.server.count("POST")).isEqualTo(1);
        }
    }

    @Test
    void the_last_reply_is_kept_beside_a_job_that_did_not_end_and_told_at_each_poll() throws Exception {
        try (ClientRun run = new ClientRun(ApiName.OPENAI, folder)) {
            run.server
                    .script()
                    .on(
                            Operation.STATUS,
                            Faults.json(
                                    200,
                                    "{\"id\":\"x\",\"status\":\"reticulating\",\"token\":\"sk-very-secret-token\","
                                            + "\"url\":\"https://cdn.example/a.mp4?sign=secret\"}"));

            run.render(video().build());

            RenderState kept = run.written.get(run.written.size() - 1);
            assertThat(kept.lastReply().orElseThrow())
                    .contains("reticulating", "https://cdn.example/a.mp4")
                    .doesNotContain("sk-very", "sign=");
            assertThat(run.events)
                    .filteredOn(event -> event instanceof RenderEvent.Replied)
                    .hasSizeGreaterThan(10)
                    .extracting(Object::toString)
                    .noneMatch(text -> text.contains("sk-very") || text.contains("sign="));
            // A word that nobody knows, and that stands still, is told once.
            assertThat(run.events)
                    .filteredOn(event -> event instanceof RenderEvent.Warning)
                    .singleElement()
                    .satisfies(event -> assertThat(event.toString()).contains("reticulating", "may be over"));
        }
    }

    @Test
    void a_create_reply_without_a_status_has_a_word_all_the_same() throws Exception {
        try (ClientRun run = new ClientRun(ApiName.OPENAI, folder)) {
            run.server.script().mode(ReplyMode.TASK_ID_ONLY).pollsUntilDone(2);

            assertDone(run.render(video().build()));

            assertThat(run.events)
                    .filteredOn(event -> event instanceof RenderEvent.Progressed)
                    .extracting(
                            event -> ((RenderEvent.Progressed) event).status().toString())
                    .doesNotContain("");
        }
    }

    @Test
    void a_clip_in_the_reply_to_create_is_on_disk_before_anything_else_is_done() throws Exception {
        try (ClientRun run = new ClientRun(ApiName.OPENAI, folder)) {
            run.server.script().mode(ReplyMode.CLIP_IN_CREATE);

            ClientRun.End end = run.render(video().build());

            assertDone(end);
            assertThat(run.server.requests()).hasSize(1);
        }
    }

    @Test
    void a_clip_that_was_withheld_is_told_with_the_reason_in_its_status() throws Exception {
        try (ClientRun run = new ClientRun(ApiName.OPENAI, folder)) {
            run.server
                    .script()
                    .on(
                            Operation.STATUS,
                            Faults.json(
                                    200,
                                    "{\"id\":\"x\",\"status\":\"completed\",\"response\":{\"raiMediaFilteredReasons\":"
                                            + "[\"celebrity likeness\"]}}"))
                    .on(Operation.CONTENT, Faults.answer(Faults.error(404, "not_found", "Video content not found.")));

            ClientRun.End end = run.render(video().build());

            assertThat(end.stop().orElseThrow()).hasMessageContaining("celebrity likeness");
        }
    }

    @Test
    void a_redirect_loop_while_polling_ends_in_an_error_that_keeps_the_job() throws Exception {
        try (ClientRun run = new ClientRun(ApiName.OPENAI, folder)) {
            run.server.script().on(Operation.STATUS, Faults.redirectLoop());

            ClientRun.End end = run.render(video().build());

            assertThat(end.stop().orElseThrow().kind()).isEqualTo(ErrorKind.REFUSED);
            assertThat(end.state().jobId()).isPresent();
        }
    }

    private static void assertDone(ClientRun.End end) {
        assertThat(end.state().phase())
                .as("stopped by %s, failed with %s", end.stop(), end.state().failure())
                .isEqualTo(Phase.DONE);
    }

    private static VideoRequestBuilder video() {
        return VideoRequest.builder("\u4e00\u53ea\u732b")
                .model("sora-2")
                .seconds("4")
                .size("1280x720");
    }
}
