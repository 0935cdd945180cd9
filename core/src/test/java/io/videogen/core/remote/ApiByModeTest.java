package io.videogen.core.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.videogen.core.ErrorKind;
import io.videogen.core.api.ApiName;
import io.videogen.core.engine.Phase;
import io.videogen.core.request.VideoRequest;
import io.videogen.preview.script.ReplyMode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table: each API in each way that gateways are known to answer, through machine, HTTP and download. */
@Timeout(60)
class ApiByModeTest {

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("cells")
    void a_job_ends_as_it_should_and_is_paid_once(ApiName api, ReplyMode mode) throws Exception {
        try (ClientRun run = new ClientRun(api, folder)) {
            run.server.script().mode(mode).pollsUntilDone(3);

            ClientRun.End end = run.render(VideoRequest.builder("\u4e00\u53ea\u732b, " + mode)
                    .model("sora-2")
                    .seconds("4")
                    .size("1280x720")
                    .build());

            Expected expected = expected(api, mode);
            assertThat(end.state().phase())
                    .as(
                            "phase; stopped by %s, failed with %s",
                            end.stop(), end.state().failure())
                    .isEqualTo(expected.phase());
            assertThat(end.stop()
                            .map(stop -> stop.kind())
                            .or(() -> end.state().failure().map(failure -> failure.kind())))
                    .isEqualTo(java.util.Optional.ofNullable(expected.error()));
            assertThat(run.server.jobsCreated()).isEqualTo(expected.jobs());
            assertThat(run.server.count("POST")).isEqualTo(expected.posts());
            if (expected.phase() == Phase.DONE) {
                assertThat(end.state().videos()).hasSize(1);
                assertThat(end.state().videos().get(0).extension()).isEqualTo("mp4");
            }
            assertThat(run.server.otherOriginRequests())
                    .allMatch(request -> request.header("authorization").isEmpty());
        }
    }

    /** @param error kind of the error that the run ends with, or null */
    private record Expected(Phase phase, ErrorKind error, int jobs, int posts) {}

    private static Expected expected(ApiName api, ReplyMode mode) {
        return switch (mode) {
            case FAILURE_TEXT_IN_URL, ERROR_TEXT, EXPIRED, CANCELLED ->
                new Expected(Phase.FAILED, ErrorKind.JOB_FAILED, 1, 1);
            case OK_ERROR_ON_CREATE -> new Expected(Phase.FAILED, ErrorKind.REFUSED, 0, 1);
            case NO_CHANNEL -> new Expected(Phase.FAILED, ErrorKind.REFUSED, 0, 1);
            case UPSTREAM_WORDS_ON_CREATE -> new Expected(Phase.FAILED, ErrorKind.MODERATED, 0, 1);
            case FRONT_TIMED_OUT -> new Expected(Phase.UNKNOWN, ErrorKind.UNKNOWN_OUTCOME, 0, 1);
            case FRONT_WITHOUT_ORIGIN -> new Expected(Phase.DONE, null, 1, 3);
            case SLASH_REDIRECT -> new Expected(Phase.DONE, null, 1, 2);
            case UNLISTED_END -> new Expected(Phase.FAILED, ErrorKind.MODERATED, 1, 1);
            case CONTENT_FAILS -> new Expected(Phase.DOWNLOADING, ErrorKind.BAD_ARTIFACT, 1, 1);
            case HUGE_CLIP_IN_STATUS -> new Expected(Phase.WAITING, ErrorKind.BAD_REPLY, 1, 1);
            case RATE_LIMITED_MINUTE -> new Expected(Phase.DONE, null, 1, 8);
            case OK_HTML_ON_CREATE -> new Expected(Phase.UNKNOWN, ErrorKind.UNKNOWN_OUTCOME, 0, 1);
            // The deadline ends these, and the next run takes the job up again.
            case OK_ERROR_ON_STATUS, UNKNOWN_STATUS -> new Expected(Phase.WAITING, null, 1, 1);
            case CONTENT_TRUNCATED -> new Expected(Phase.DOWNLOADING, null, 1, 1);
            case RATE_LIMITED_SECONDS, RATE_LIMITED_BARE, RATE_LIMITED_DATE, RATE_LIMITED_HUGE ->
                new Expected(Phase.DONE, null, 1, 2);
            case UNAUTHORIZED_MID_POLL -> new Expected(Phase.WAITING, ErrorKind.REFUSED, 1, 1);
            case CREATE_REPLY_LOST ->
                api == ApiName.OPENAI
                        ? new Expected(Phase.DONE, null, 1, 1)
                        : new Expected(Phase.UNKNOWN, ErrorKind.UNKNOWN_OUTCOME, 1, 1);
            case COMPLETED_WITHOUT_ARTIFACT -> new Expected(Phase.DOWNLOADING, ErrorKind.BAD_ARTIFACT, 1, 1);
            default -> new Expected(Phase.DONE, null, 1, 1);
        };
    }

    static Stream<Arguments> cells() {
        return Stream.of(ApiName.OPENAI, ApiName.LCONAI, ApiName.NEW_API, ApiName.YISHANGYUN)
                .flatMap(api -> Arrays.stream(ReplyMode.values()).map(mode -> Arguments.of(api, mode)));
    }
}
