package io.videogen.core.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.videogen.core.ErrorKind;
import io.videogen.core.api.ApiName;
import io.videogen.core.api.VideoApis;
import io.videogen.core.engine.Phase;
import io.videogen.core.request.Reference;
import io.videogen.core.request.VideoField;
import io.videogen.core.request.VideoRequest;
import io.videogen.core.request.VideoRequestBuilder;
import io.videogen.preview.http.Reply;
import io.videogen.preview.script.Faults;
import io.videogen.preview.script.Operation;
import io.videogen.preview.script.ReplyMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The table for the APIs with paths and shapes of their own: those modes that they can show. */
@Timeout(60)
class OwnPathsByModeTest {

    private static final Set<ReplyMode> MODES = EnumSet.of(
            ReplyMode.AS_DOCUMENTED,
            ReplyMode.ERROR_TEXT,
            ReplyMode.OK_ERROR_ON_CREATE,
            ReplyMode.OK_ERROR_ON_STATUS,
            ReplyMode.OK_HTML_ON_CREATE,
            ReplyMode.OK_HTML_ON_STATUS,
            ReplyMode.CONTENT_REDIRECT,
            ReplyMode.CONTENT_JSON,
            ReplyMode.CONTENT_OCTET_STREAM,
            ReplyMode.CONTENT_TRUNCATED,
            ReplyMode.CONTENT_RESUMABLE,
            ReplyMode.RATE_LIMITED_SECONDS,
            ReplyMode.RATE_LIMITED_BARE,
            ReplyMode.RATE_LIMITED_DATE,
            ReplyMode.NOT_FOUND_AFTER_CREATE,
            ReplyMode.CREATE_REPLY_LOST,
            ReplyMode.ID_WITH_COLON,
            ReplyMode.ID_NEEDS_ESCAPING,
            ReplyMode.STRICT_TEXT,
            ReplyMode.GZIP,
            ReplyMode.COMPLETED_WITHOUT_ARTIFACT,
            ReplyMode.RATE_LIMITED_HUGE,
            ReplyMode.RATE_LIMITED_MINUTE,
            ReplyMode.FRONT_WITHOUT_ORIGIN,
            ReplyMode.FRONT_TIMED_OUT,
            ReplyMode.UNAUTHORIZED_ONCE,
            ReplyMode.UNAUTHORIZED_MID_POLL,
            ReplyMode.FORBIDDEN_PAGE_ONCE,
            ReplyMode.CONTENT_FAILS,
            ReplyMode.GZIP_LABEL);

    /** Which have a way to find a job whose create was not answered. */
    private static final Set<ApiName> FINDING = EnumSet.of(ApiName.ARK, ApiName.KLING, ApiName.REPLICATE, ApiName.VIDU);

    private static final Set<ApiName> CANCELLING =
            EnumSet.of(ApiName.FAL, ApiName.GEMINI, ApiName.REPLICATE, ApiName.DASHSCOPE, ApiName.VIDU);

    /** Whose address of the clip is there, whatever is behind it. */
    private static final Set<ApiName> WITH_ADDRESS = EnumSet.of(ApiName.OPENROUTER, ApiName.FAL, ApiName.MINIMAX);

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("cells")
    void a_job_ends_as_it_should_and_is_paid_once(ApiName api, ReplyMode mode) throws Exception {
        try (ClientRun run = new ClientRun(api, folder)) {
            run.server.script().mode(mode).pollsUntilDone(3);

            ClientRun.End end =
                    run.render(video(api, "\u4e00\u53ea\u732b, " + mode).build());

            Expected expected = expected(api, mode);
            assertThat(end.state().phase())
                    .as(
                            "phase; stopped by %s, failed with %s",
                            end.stop(), end.state().failure())
                    .isEqualTo(expected.phase());
            assertThat(end.stop()
                            .map(stop -> stop.kind())
                            .or(() -> end.state().failure().map(failure -> failure.kind())))
                    .isEqualTo(Optional.ofNullable(expected.error()));
            assertThat(run.server.jobsCreated()).isEqualTo(expected.jobs());
            assertThat(run.server.count("POST")).isEqualTo(expected.posts());
            assertThat(end.state().videos()).hasSize(expected.phase() == Phase.DONE ? 1 : 0);
            assertThat(run.server.otherOriginRequests())
                    .allMatch(request -> request.header("authorization").isEmpty()
                            && request.header("x-goog-api-key").isEmpty());
        }
    }

    /** @param error kind of the error that the run ends with, or null */
    private record Expected(Phase phase, ErrorKind error, int jobs, int posts) {}

    private static Expected expected(ApiName api, ReplyMode mode) {
        return switch (mode) {
            case ERROR_TEXT -> new Expected(Phase.FAILED, ErrorKind.JOB_FAILED, 1, 1);
            case OK_ERROR_ON_CREATE -> new Expected(Phase.FAILED, ErrorKind.REFUSED, 0, 1);
            case OK_HTML_ON_CREATE -> new Expected(Phase.UNKNOWN, ErrorKind.UNKNOWN_OUTCOME, 0, 1);
            case OK_ERROR_ON_STATUS -> new Expected(Phase.WAITING, null, 1, 1);
            case CONTENT_TRUNCATED -> new Expected(Phase.DOWNLOADING, null, 1, 1);
            case RATE_LIMITED_SECONDS, RATE_LIMITED_BARE, RATE_LIMITED_DATE, RATE_LIMITED_HUGE ->
                new Expected(Phase.DONE, null, 1, 2);
            case RATE_LIMITED_MINUTE -> new Expected(Phase.DONE, null, 1, 8);
            case FRONT_WITHOUT_ORIGIN -> new Expected(Phase.DONE, null, 1, 3);
            case FRONT_TIMED_OUT -> new Expected(Phase.UNKNOWN, ErrorKind.UNKNOWN_OUTCOME, 0, 1);
            case UNAUTHORIZED_MID_POLL -> new Expected(Phase.WAITING, ErrorKind.REFUSED, 1, 1);
            case CONTENT_FAILS -> new Expected(Phase.DOWNLOADING, ErrorKind.BAD_ARTIFACT, 1, 1);
            case CREATE_REPLY_LOST ->
                FINDING.contains(api)
                        ? new Expected(Phase.DONE, null, 1, 1)
                        : new Expected(Phase.UNKNOWN, ErrorKind.UNKNOWN_OUTCOME, 1, 1);
            case COMPLETED_WITHOUT_ARTIFACT ->
                WITH_ADDRESS.contains(api)
                        ? new Expected(Phase.DOWNLOADING, ErrorKind.BAD_ARTIFACT, 1, 1)
                        : new Expected(Phase.FAILED, ErrorKind.JOB_FAILED, 1, 1);
            default -> new Expected(Phase.DONE, null, 1, 1);
        };
    }

    static Stream<Arguments> cells() {
        return apis().flatMap(api -> MODES.stream().map(mode -> Arguments.of(api, mode)));
    }

    static Stream<ApiName> apis() {
        return Arrays.stream(ApiName.values())
                .filter(api -> api.compareTo(ApiName.YISHANGYUN) > 0 && api != ApiName.VERTEX);
    }

    @ParameterizedTest
    @MethodSource("apis")
    void a_refusal_of_content_is_told_from_a_failure(ApiName api) throws Exception {
        try (ClientRun run = new ClientRun(api, folder)) {
            run.server
                    .script()
                    .pollsUntilDone(2)
                    .failJobs("cat", "moderation_blocked", "this is against the content policy");

            ClientRun.End end = run.render(video(api, "A cat").build());

            assertThat(end.state().phase()).isEqualTo(Phase.FAILED);
            assertThat(end.state().failure().orElseThrow().kind()).isEqualTo(ErrorKind.MODERATED);
        }
    }

    @ParameterizedTest
    @MethodSource("apis")
    void a_failure_says_why(ApiName api) throws Exception {
        try (ClientRun run = new ClientRun(api, folder)) {
            run.server.script().failJobs("cat", "generation_failed", "the lighthouse fell over");

            ClientRun.End end = run.render(video(api, "A cat").build());

            // Vidu gives a code alone.
            assertThat(end.state().failure().orElseThrow().message())
                    .contains(api == ApiName.VIDU ? "generation_failed" : "the lighthouse fell over");
        }
    }

    @ParameterizedTest
    @MethodSource("apis")
    void a_job_is_cancelled_where_that_can_not_destroy_a_clip(ApiName api) throws Exception {
        try (ClientRun run = new ClientRun(api, folder)) {
            run.server.script().pollsUntilDone(100);
            VideoRequest request = video(api, "A cat").build();
            String id = ((CreateOutcome.Accepted) run.jobs.create(request, "submission-1"))
                    .jobId()
                    .toString();
            int before = run.server.requests().size();

            CancelOutcome outcome = run.jobs.cancel(request, id);

            assertThat(outcome)
                    .isEqualTo(CANCELLING.contains(api) ? CancelOutcome.CANCELLED : CancelOutcome.NOT_POSSIBLE);
            assertThat(run.server.requests()).hasSize(CANCELLING.contains(api) ? before + 1 : before);
        }
    }

    @ParameterizedTest
    @MethodSource("apis")
    void a_clip_that_begins_with_a_picture(ApiName api) throws Exception {
        Path picture =
                Files.write(folder.resolve("first.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0});
        try (ClientRun run = new ClientRun(api, folder)) {
            run.server.script().pollsUntilDone(1);

            ClientRun.End end = run.render(video(api, "A cat")
                    .set(VideoField.FIRST_FRAME, new Reference.LocalFile(picture))
                    .build());

            assertThat(end.state().phase())
                    .as("failed with %s", end.state().failure())
                    .isEqualTo(Phase.DONE);
            assertThat(run.server.requests().get(0).body()).contains("iVBORw0KGgoAAA==");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ApiName.class,
            names = {"OPENROUTER", "ARK", "VIDU", "REPLICATE"})
    void the_base_may_hold_the_version_of_the_api(ApiName api) throws Exception {
        String version =
                switch (api) {
                    case OPENROUTER -> "/api/v1/";
                    case ARK -> "/api/v3";
                    case VIDU -> "/ent/v2";
                    default -> "/v1";
                };
        try (ClientRun run = new ClientRun(api, folder, version, Optional.empty())) {
            assertThat(run.render(video(api, "A cat").build()).state().phase()).isEqualTo(Phase.DONE);
        }
    }

    @Test
    void fal_s_504_on_the_result_of_a_job_that_is_over_passes() throws Exception {
        try (ClientRun run = new ClientRun(ApiName.FAL, folder)) {
            run.server
                    .script()
                    .on(
                            Operation.RESULT,
                            2,
                            Faults.json(504, "{\"detail\":\"timeout\",\"error_type\":\"request_timeout\"}"));

            assertThat(run.render(video(ApiName.FAL, "A cat").build()).state().phase())
                    .isEqualTo(Phase.DONE);
        }
    }

    @Test
    void gemini_s_400_of_a_job_that_runs_passes() throws Exception {
        try (ClientRun run = new ClientRun(ApiName.GEMINI, folder)) {
            run.server
                    .script()
                    .pollsUntilDone(3)
                    .on(
                            Operation.STATUS,
                            2,
                            Faults.json(
                                    400,
                                    "[{\"error\":{\"code\":400,\"message\":\"Request had invalid authentication.\"}}]"));

            assertThat(run.render(video(ApiName.GEMINI, "A cat").build())
                            .state()
                            .phase())
                    .isEqualTo(Phase.DONE);
        }
    }

    @Test
    void gemini_s_words_that_never_go_on_are_an_end() throws Exception {
        try (ClientRun run = new ClientRun(ApiName.GEMINI, folder)) {
            run.server.script().on(Operation.STATUS, Faults.json(200, "{\"id\":\"x\",\"status\":\"budget_exceeded\"}"));

            ClientRun.End end = run.render(video(ApiName.GEMINI, "A cat").build());

            assertThat(end.state().failure().orElseThrow().message()).contains("budget_exceeded");
        }
    }

    @Test
    void xai_s_400_to_a_poll_is_the_end_of_the_job() throws Exception {
        try (ClientRun run = new ClientRun(ApiName.XAI, folder)) {
            run.server
                    .script()
                    .on(
                            Operation.STATUS,
                            Faults.json(400, "{\"code\":\"invalid\",\"error\":\"Content violates moderation rules\"}"));

            ClientRun.End end = run.render(video(ApiName.XAI, "A cat").build());

            assertThat(end.state().failure().orElseThrow().kind()).isEqualTo(ErrorKind.MODERATED);
        }
    }

    @Test
    void kling_s_key_pair_signs_each_call_and_neither_it_nor_what_it_signed_is_told() throws Exception {
        String pair = "access-key-7:the-secret-of-it";
        try (ClientRun run = new ClientRun(
                ApiName.KLING, origin -> VideoApis.of(ApiName.KLING), folder, "", Optional.empty(), pair)) {
            run.server.script().pollsUntilDone(1).on(Operation.CREATE, 1, request -> true, (request, handling) -> {
                String shown = request.header("authorization").orElseThrow();
                return Reply.json(429, "{\"code\":1302,\"message\":\"not now, " + shown + "\"}");
            });

            ClientRun.End end = run.render(video(ApiName.KLING, "A cat").build());

            assertThat(end.state().phase())
                    .as("failed with %s", end.state().failure())
                    .isEqualTo(Phase.DONE);
            assertThat(run.server.requests())
                    .filteredOn(request -> !request.path().startsWith("/files/"))
                    .allMatch(request ->
                            request.header("authorization").orElse("").startsWith("Bearer eyJ"));
            assertThat(run.events.toString()).contains("not now, Bearer ****");
            assertThat(run.events + run.written.toString())
                    .doesNotContain("eyJ")
                    .doesNotContain("access-key-7")
                    .doesNotContain("the-secret");
        }
    }

    @Test
    void minimax_has_two_protocols() throws Exception {
        try (ClientRun run = new ClientRun(ApiName.MINIMAX, folder)) {
            ClientRun.End end = run.render(video(ApiName.MINIMAX, "A cat")
                    .model("MiniMax-H3")
                    .size("2K")
                    .build());

            assertThat(end.state().phase()).isEqualTo(Phase.DONE);
            assertThat(run.server.requests())
                    .allMatch(request ->
                            request.path().startsWith("/v2/") || request.path().startsWith("/files/"));
        }
    }

    private static VideoRequestBuilder video(ApiName api, String prompt) {
        String model =
                switch (api) {
                    case FAL -> "fal-ai/kling-video/v3/pro/text-to-video";
                    case REPLICATE -> "google/veo-3";
                    case MINIMAX -> "MiniMax-Hailuo-2.3";
                    case DASHSCOPE -> "wan2.7-t2v";
                    case VIDU -> "viduq3-turbo";
                    default -> "some-model";
                };
        return VideoRequest.builder(prompt).model(model).seconds("6").size("1280x720");
    }
}
