package io.videogen.it.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.videogen.core.media.MediaCheck;
import io.videogen.core.media.MediaFile;
import io.videogen.preview.PreviewServer;
import io.videogen.preview.api.Api;
import io.videogen.preview.http.RecordedRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The providers' own clients create, poll and fetch, as their users call them. */
@Timeout(120)
class OfficialClientsIT {

    private static final String KEY = "key-of-the-test";
    private static final String REASON = "the lighthouse fell over";

    @TempDir
    Path folder;

    /**
     * @param seconds asked for
     * @param failure what its user reads of a job that failed
     */
    private record Client(String name, Api api, double seconds, String failure) {

        ForeignProcess start(String origin, String key, Path folder) throws IOException {
            Path errors = folder.resolve("errors.txt");
            String clip = folder.resolve("clip.mp4").toString();
            return name.endsWith(".mjs")
                    ? ForeignProcess.script(name, errors, origin, key, clip)
                    : ForeignProcess.type(name, errors, origin, key, clip);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Client> clients() {
        return Stream.of(
                new Client("openai.mjs", Api.OPENAI, 4, REASON),
                new Client("openrouter.mjs", Api.OPENROUTER, 8, REASON),
                new Client("fal.mjs", Api.FAL, 5, REASON),
                new Client("xai.mjs", Api.XAI, 6, "Video generation failed."),
                new Client("gemini.mjs", Api.GEMINI, 8, REASON),
                new Client("replicate.mjs", Api.REPLICATE, 8, REASON),
                new Client("runway.mjs", Api.RUNWAY, 5, REASON),
                new Client("OpenAiClient", Api.OPENAI, 4, REASON),
                new Client("ArkClient", Api.ARK, 5, REASON),
                new Client("GeminiClient", Api.GEMINI, 8, REASON),
                new Client("DashScopeClient", Api.DASHSCOPE, 5, REASON));
    }

    @ParameterizedTest
    @MethodSource("clients")
    void creates_polls_and_fetches(Client client) throws Exception {
        try (PreviewServer server = server(client);
                ForeignProcess process = client.start(server.baseUrl(), KEY, folder)) {

            ForeignProcess.Ended ended = process.ended();

            assertThat(ended.code()).as(ended.errors()).isZero();
            JsonNode told = ended.told();
            assertThat(server.jobsCreated()).isEqualTo(1);
            List<String> states = StreamSupport.stream(told.path("states").spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
            assertThat(states).as("running, then done").hasSizeGreaterThan(1);
            assertThat(states.get(0)).isNotEqualTo(states.get(states.size() - 1));

            Path clip = folder.resolve("clip.mp4");
            assertThat(clip).hasBinaryContent(bytes(server, told.path("id").asText()));
            MediaCheck.Whole whole = (MediaCheck.Whole) MediaFile.video(clip);
            assertThat(whole.width()).contains(1280);
            assertThat(whole.height()).contains(720);
            assertThat(whole.durationSeconds()).hasValue(client.seconds());
            assertThat(server.requests())
                    .filteredOn(request -> request.path().startsWith("/files/"))
                    .as("the clip's address needs no key")
                    .noneMatch(OfficialClientsIT::holdsKey);
        }
    }

    @ParameterizedTest
    @MethodSource("clients")
    void reads_why_a_job_failed(Client client) throws Exception {
        try (PreviewServer server = server(client)) {
            server.script().failJobs("pier", "generation_failed", REASON);
            try (ForeignProcess process = client.start(server.baseUrl(), KEY, folder)) {

                ForeignProcess.Ended ended = process.ended();

                assertThat(ended.code()).as(ended.output()).isNotZero();
                assertThat(ended.errors()).contains(client.failure());
                assertThat(folder.resolve("clip.mp4")).doesNotExist();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("clients")
    void reads_that_a_key_is_refused(Client client) throws Exception {
        try (PreviewServer server = server(client);
                ForeignProcess process = client.start(server.baseUrl(), "another-key", folder)) {

            ForeignProcess.Ended ended = process.ended();

            assertThat(ended.code()).as(ended.output()).isNotZero();
            assertThat(ended.errors()).contains("401");
            assertThat(server.jobsCreated()).isZero();
        }
    }

    private static PreviewServer server(Client client) throws IOException {
        PreviewServer server = PreviewServer.builder().api(client.api()).start();
        server.script().requireToken(KEY).pollsUntilDone(3);
        return server;
    }

    private static byte[] bytes(PreviewServer server, String id) throws IOException {
        try (InputStream in =
                URI.create(server.baseUrl() + "/files/" + id + "/1.mp4").toURL().openStream()) {
            return in.readAllBytes();
        }
    }

    private static boolean holdsKey(RecordedRequest request) {
        return Stream.of("authorization", "x-goog-api-key", "x-api-key")
                .anyMatch(name -> request.header(name).isPresent());
    }
}
