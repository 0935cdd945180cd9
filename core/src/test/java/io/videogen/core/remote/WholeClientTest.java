package io.videogen.core.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.videogen.core.ErrorKind;
import io.videogen.core.api.ApiName;
import io.videogen.core.engine.Phase;
import io.videogen.core.request.Reference;
import io.videogen.core.request.VideoRequest;
import io.videogen.core.request.VideoRequestBuilder;
import io.videogen.preview.script.Faults;
import io.videogen.preview.script.Operation;
import io.videogen.preview.script.ReplyMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
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

            PollOutcome outcome = run.jobs.poll(video().n(2).build(), "x");

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
