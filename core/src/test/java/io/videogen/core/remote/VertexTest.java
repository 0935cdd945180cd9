package io.videogen.core.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.api.ApiName;
import io.videogen.core.api.VideoApis;
import io.videogen.core.engine.Phase;
import io.videogen.core.http.Endpoint;
import io.videogen.core.request.Encoding;
import io.videogen.core.request.Reference;
import io.videogen.core.request.VideoField;
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

/** Veo on Vertex, against the preview server. */
@Timeout(60)
class VertexTest {

    private static final String PROJECT = "/v1/projects/my-project/locations/us-central1";
    private static final String MODEL = PROJECT + "/publishers/google/models/veo-3.1-generate-001";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "https://us-central1-aiplatform.googleapis.com/v1/projects/p/locations/us-central1, VERTEX, true",
        "http://127.0.0.1:8788/v1/projects/p/locations/us-central1/, VERTEX, false",
        "https://generativelanguage.googleapis.com/v1beta, GEMINI, true",
        "https://gateway.example, GEMINI, false"
    })
    void theEndpointSaysWhatTheWordMeans(String address, ApiName spoken, boolean needsToken) {
        Endpoint endpoint = Endpoint.parse(address, false);

        assertThat(VideoApis.at(ApiName.parse("gemini"), Optional.of(endpoint))).isEqualTo(spoken);
        assertThat(VideoApis.isPublic(spoken, endpoint)).isEqualTo(needsToken);
    }

    @Test
    void aClipIsMadeAndComesInTheReply() throws Exception {
        Path picture = Files.write(folder.resolve("a.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        try (ClientRun run = run()) {
            run.server.script().pollsUntilDone(3);

            ClientRun.End end = run.render(video().set(VideoField.FIRST_FRAME, new Reference.LocalFile(picture))
                    .set(VideoField.NEGATIVE_PROMPT, "blur")
                    .set(VideoField.AUDIO, true)
                    .set(VideoField.SEED, 7L)
                    .set(VideoField.OPTIONS, "{\"parameters\":{\"personGeneration\":\"allow_adult\"}}")
                    .build());

            assertThat(end.state().phase())
                    .as("failed with %s", end.state().failure())
                    .isEqualTo(Phase.DONE);
            assertThat(run.server.requests())
                    .extracting(request -> request.method() + " " + request.path())
                    .startsWith("POST " + MODEL + ":predictLongRunning")
                    .endsWith("POST " + MODEL + ":fetchPredictOperation")
                    .hasSizeGreaterThan(3);
            assertThat(run.server.requests())
                    .allMatch(request ->
                            request.header("authorization").orElse("").equals("Bearer " + ClientRun.SECRET));
            JsonMapper mapper = new JsonMapper();
            assertThat(mapper.readTree(run.server.requests().get(0).body())).isEqualTo(mapper.readTree("""
                    {"instances":[{"prompt":"A cat","image":{"bytesBase64Encoded":"iVBORw0KGgo=","mimeType":"image/png"}}],
                     "parameters":{"negativePrompt":"blur","generateAudio":true,"seed":7,"personGeneration":"allow_adult",
                      "durationSeconds":8,"aspectRatio":"16:9","resolution":"720p"}}"""));
            assertThat(run.server.jobsCreated()).isEqualTo(1);
        }
    }

    @Test
    void severalClipsOfOneJob() throws Exception {
        try (ClientRun run = run()) {
            ClientRun.End end = run.render(video().set(VideoField.N, 2).build());

            assertThat(end.state().phase()).isEqualTo(Phase.DONE);
            assertThat(end.state().videos()).hasSize(2);
        }
    }

    @Test
    void aTokenThatHasExpiredSaysHowToGetAnotherAndTheJobIsKept() throws Exception {
        try (ClientRun run = run()) {
            run.server.script().pollsUntilDone(3);
            run.server
                    .script()
                    .on(
                            Operation.STATUS,
                            8,
                            Faults.json(
                                    401,
                                    "{\"error\":{\"code\":401,\"message\":\"Request had invalid authentication credentials."
                                            + " Expected OAuth 2 access token\",\"status\":\"UNAUTHENTICATED\"}}"));
            VideoRequest video = video().build();

            ClientRun.End end = run.render(video);

            assertThat(end.stop().orElseThrow().getMessage())
                    .contains("lives an hour", "gcloud auth print-access-token", "VIDEOGEN_TOKEN", "is kept");
            assertThat(end.state().phase()).isEqualTo(Phase.WAITING);
            run.server.script().clearFaults();
            assertThat(run.resume(video, end.state()).state().phase()).isEqualTo(Phase.DONE);
            assertThat(run.server.jobsCreated()).isEqualTo(1);
        }
    }

    @Test
    void aClipThatIsWithheldIsARefusalOfItsContent() throws Exception {
        try (ClientRun run = run()) {
            run.server.script().failJobs("cat", "moderation_blocked", "it shows what it must not");

            ClientRun.End end = run.render(video().build());

            assertThat(end.state().failure().orElseThrow().kind()).isEqualTo(ErrorKind.MODERATED);
            assertThat(end.state().failure().orElseThrow().message()).contains("it shows what it must not");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ReplyMode.class,
            names = {"AS_DOCUMENTED", "OK_HTML_ON_STATUS", "RATE_LIMITED_SECONDS", "NOT_FOUND_AFTER_CREATE", "GZIP"})
    void troubleThatPassesIsWaitedOut(ReplyMode mode) throws Exception {
        try (ClientRun run = run()) {
            run.server.script().mode(mode).pollsUntilDone(3);

            assertThat(run.render(video().build()).state().phase()).isEqualTo(Phase.DONE);
            assertThat(run.server.jobsCreated()).isEqualTo(1);
        }
    }

    @Test
    void aClipInABucketSaysHowToGetItAndIsKept() throws Exception {
        try (ClientRun run = run()) {
            run.server
                    .script()
                    .on(
                            Operation.STATUS,
                            Faults.json(
                                    200,
                                    "{\"name\":\"projects/p/operations/1\",\"done\":true,\"response\":{\"videos\":["
                                            + "{\"gcsUri\":\"gs://my-bucket/a/sample_0.mp4\",\"mimeType\":\"video/mp4\"}]}}"));
            VideoRequest video = video().build();

            ClientRun.End end = run.render(video);

            assertThat(end.stop().orElseThrow().getMessage())
                    .contains("gs://my-bucket/a/sample_0.mp4", "gcloud storage cp", "storageUri", "is kept");
            assertThat(end.state().phase()).isEqualTo(Phase.WAITING);
            run.server.script().clearFaults();
            assertThat(run.resume(video, end.state()).state().phase()).isEqualTo(Phase.DONE);
            assertThat(run.server.jobsCreated()).isEqualTo(1);
        }
    }

    @Test
    void aReplyThatIsLostLeavesItUnknown() throws Exception {
        try (ClientRun run = run()) {
            run.server.script().mode(ReplyMode.CREATE_REPLY_LOST);

            assertThat(run.render(video().build()).state().phase()).isEqualTo(Phase.UNKNOWN);
        }
    }

    @Test
    void whatVeoDoesNotTakeIsRefusedBefore() {
        assertRefused(video().seconds("5"), "4", "6", "8");
        assertRefused(video().size("1:1"), "16:9", "9:16");
        assertRefused(video().set(VideoField.N, 5), "4");
        assertRefused(video().model("google/veo-3.1"), "veo-3.1-generate-001");
        assertRefused(video().set(VideoField.OPTIONS, "{\"parameters\":{\"storageUri\":\"gs://b/p\"}}"), "storageUri");
        assertRefused(video().set(VideoField.WATERMARK, true), "gemini on Vertex");
    }

    private static void assertRefused(VideoRequestBuilder video, String... words) {
        assertThatThrownBy(() -> VideoApis.of(ApiName.VERTEX).check(video.build(), Encoding.AUTO))
                .isInstanceOf(VideogenException.class)
                .hasMessageContainingAll(words);
    }

    private ClientRun run() throws Exception {
        return new ClientRun(ApiName.VERTEX, folder, PROJECT, Optional.empty());
    }

    private static VideoRequestBuilder video() {
        return VideoRequest.builder("A cat")
                .model("veo-3.1-generate-001")
                .seconds("8")
                .size("1280x720");
    }
}
