package io.videogen.core.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videogen.core.ErrorKind;
import io.videogen.core.api.ApiName;
import io.videogen.core.api.TestApis;
import io.videogen.core.api.VideoApis;
import io.videogen.core.engine.Phase;
import io.videogen.core.event.RenderEvent;
import io.videogen.core.request.Reference;
import io.videogen.core.request.VideoField;
import io.videogen.core.request.VideoRequest;
import io.videogen.preview.PreviewServer;
import io.videogen.preview.api.Api;
import io.videogen.preview.http.RecordedRequest;
import io.videogen.preview.script.Faults;
import io.videogen.preview.script.Operation;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files that go up before their job: through real HTTP, against the preview server's dialects. */
@Timeout(60)
class UploadsTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
    private static final byte[] MP4 = {0, 0, 0, 24, 'f', 't', 'y', 'p', 'm', 'p', '4', '2'};

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"FAL", "RUNWAY", "GEMINI"})
    void aLargeFileIsThereBeforeTheSubmissionIsRecordedAndLeaves(ApiName api) throws Exception {
        Path file = file("first frame.png", PNG, 4_000_000);
        try (ClientRun run = run(api)) {
            run.server.script().pollsUntilDone(1).on(Operation.STORE, 1, request -> true, (request, handling) -> {
                assertThat(run.written).isEmpty();
                assertThat(run.server.jobsCreated()).isZero();
                return handling.handle();
            });

            ClientRun.End end = run.render(video(api, file));

            assertThat(end.state().phase())
                    .as("failed with %s", end.state().failure())
                    .isEqualTo(Phase.DONE);
            RecordedRequest stored = run.server.otherOriginRequests().get(0);
            assertThat(stored.files()).singleElement().satisfies(sent -> {
                assertThat(sent.sha256()).isEqualTo(sha256(file));
                assertThat(sent.contentType()).isEqualTo("image/png");
            });
            assertThat(run.server.otherOriginRequests())
                    .noneMatch(request -> request.headers().toString().contains(ClientRun.SECRET));
            RecordedRequest create = run.server.requests().stream()
                    .filter(request -> request.method().equals("POST"))
                    .skip(1)
                    .findFirst()
                    .orElseThrow();
            assertThat(create.body())
                    .doesNotContain("base64")
                    .contains(
                            switch (api) {
                                case FAL -> run.server.otherOrigin() + "/files/";
                                case RUNWAY -> "runway://";
                                default -> "/v1beta/files/";
                            });
            assertThat(run.server.jobsCreated()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FAL", "RUNWAY", "GEMINI"})
    void aBuildThatIsKilledBetweenUploadAndCreateLeavesNothingUnknown(ApiName api) throws Exception {
        VideoRequest video = video(api, file("a.png", PNG, 4_000_000));
        try (ClientRun run = run(api)) {
            Thread build = Thread.currentThread();
            run.server.script().pollsUntilDone(1).on(Operation.STORE, 1, request -> true, (request, handling) -> {
                build.interrupt();
                return Faults.hangBefore().around(request, handling);
            });

            assertThatThrownBy(() -> run.render(video)).isInstanceOf(InterruptedException.class);
            assertThat(run.written).isEmpty();
            assertThat(run.server.jobsCreated()).isZero();

            ClientRun.End end = run.resume(video, run.planned(video));
            assertThat(end.state().phase()).isEqualTo(Phase.DONE);
            assertThat(run.server.jobsCreated()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Operation.class,
            names = {"UPLOAD", "STORE"})
    void troubleThatPassesIsWaitedOut(Operation where) throws Exception {
        try (ClientRun run = run(ApiName.RUNWAY)) {
            run.server
                    .script()
                    .pollsUntilDone(1)
                    .on(where, 1, Faults.dropBefore())
                    .on(where, 1, Faults.status(503))
                    .on(where, 1, Faults.status(429, "7"));

            ClientRun.End end = run.render(video(ApiName.RUNWAY, file("a.png", PNG, 4_000_000)));

            assertThat(end.state().phase()).isEqualTo(Phase.DONE);
            assertThat(run.server.jobsCreated()).isEqualTo(1);
            assertThat(run.events)
                    .filteredOn(RenderEvent.Retrying.class::isInstance)
                    .hasSize(3)
                    .allMatch(
                            event -> ((RenderEvent.Retrying) event).operation().equals("upload"));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Operation.class,
            names = {"UPLOAD", "STORE"})
    void anUploadThatDoesNotWorkSaysWhichFileAndWhatToDo(Operation where) throws Exception {
        Path file = file("a.png", PNG, 4_000_000);
        try (ClientRun run = run(ApiName.RUNWAY)) {
            run.server.script().on(where, Faults.status(503));

            ClientRun.End end = run.render(video(ApiName.RUNWAY, file));

            assertThat(end.state().phase()).isEqualTo(Phase.FAILED);
            assertThat(end.state().failure().orElseThrow().kind()).isEqualTo(ErrorKind.UNREACHABLE);
            assertThat(end.state().failure().orElseThrow().message())
                    .contains("a.png", "503", "Nothing was submitted", "address of the file")
                    .doesNotContain("signature");
            assertThat(run.server.jobsCreated()).isZero();
            assertThat(run.written).allMatch(state -> state.submission().isEmpty());
        }
    }

    @Test
    void aPlaceThatTheApiRefusesToTellEndsTheVideoWithItsReason() throws Exception {
        Path file = file("a.png", PNG, 4_000_000);
        try (ClientRun run = run(ApiName.FAL)) {
            run.server.script().on(Operation.UPLOAD, Faults.json(403, "{\"detail\":\"storage is off\"}"));

            ClientRun.End end = run.render(video(ApiName.FAL, file));

            assertThat(end.state().failure().orElseThrow().kind()).isEqualTo(ErrorKind.REFUSED);
            assertThat(end.state().failure().orElseThrow().message()).contains("a.png", "storage is off");
            assertThat(run.server.jobsCreated()).isZero();
        }
    }

    /** In a JVM with half as much memory as the file has bytes. */
    @ParameterizedTest
    @EnumSource(names = {"RUNWAY", "GEMINI"})
    void aFileNeedNotFitIntoMemory(ApiName api) throws Exception {
        Path file = file("large.png", PNG, 60_000_000);
        try (PreviewServer server =
                PreviewServer.builder().api(Api.valueOf(api.name())).start()) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx32m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            UploadMain.class.getName(),
                            api.name(),
                            server.baseUrl(),
                            file.toString())
                    .redirectErrorStream(true)
                    .start();
            List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();

            assertThat(lines).containsExactly("Going", "Accepted");
            assertThat(server.otherOriginRequests().get(0).files().get(0).bytes())
                    .isEqualTo(60_000_000);
        }
    }

    /** A key given for another endpoint is none for fal's storage. */
    @Test
    void behindAnotherEndpointFalGetsTheFileInTheRequest() throws Exception {
        try (ClientRun run = new ClientRun(ApiName.FAL, folder)) {
            run.server.script().pollsUntilDone(1);

            ClientRun.End end = run.render(video(ApiName.FAL, file("a.png", PNG, 3_500_000)));

            assertThat(end.state().phase()).isEqualTo(Phase.DONE);
            assertThat(run.server.count("POST")).isEqualTo(1);
            assertThat(run.server.otherOriginRequests()).isEmpty();
        }
    }

    @Test
    void aClipThatGeminiStillLooksAtIsWaitedFor() throws Exception {
        VideoRequest video = VideoRequest.builder("It goes on")
                .model("some-model")
                .seconds("6")
                .set(
                        VideoField.REFERENCES,
                        List.of(new io.videogen.core.request.RoleReference(
                                new Reference.LocalFile(file("clip.mp4", MP4, 4_000_000)), Optional.empty())))
                .build();
        try (ClientRun run = run(ApiName.GEMINI)) {
            run.server.script().pollsUntilDone(1);

            assertThat(run.render(video).state().phase()).isEqualTo(Phase.DONE);

            assertThat(run.server.requests())
                    .extracting(
                            request -> request.method() + " " + request.path().replaceAll("/[\\w-]{36}", ""))
                    .startsWith("POST /upload/v1beta/files", "GET /v1beta/files", "POST /v1beta/interactions");
        }
    }

    /** A reply sends the file; it can not send it to this machine's own network when the API is outside. */
    @Test
    void theFileGoesToNoAddressThatIsNone() throws Exception {
        try (ClientRun run = run(ApiName.RUNWAY)) {
            run.server
                    .script()
                    .on(
                            Operation.UPLOAD,
                            Faults.json(
                                    200,
                                    "{\"uploadUrl\":\"http://169.254.169.254/latest\",\"runwayUri\":\"runway://a\",\"fields\":{}}"));

            ClientRun.End end = run.render(video(ApiName.RUNWAY, file("a.png", PNG, 4_000_000)));

            assertThat(end.state().phase()).isEqualTo(Phase.FAILED);
            assertThat(end.state().failure().orElseThrow().message()).contains("169.254.169.254", "a.png");
            assertThat(run.server.jobsCreated()).isZero();
        }
    }

    private ClientRun run(ApiName api) throws Exception {
        return new ClientRun(
                api,
                origin -> api == ApiName.FAL ? TestApis.fal(origin) : VideoApis.of(api),
                folder,
                "",
                Optional.empty(),
                ClientRun.SECRET);
    }

    private static VideoRequest video(ApiName api, Path file) {
        return VideoRequest.builder("A cat")
                .model(api == ApiName.FAL ? "fal-ai/kling-video/v3/pro/image-to-video" : "some-model")
                .seconds("6")
                .size("1280x720")
                .set(VideoField.FIRST_FRAME, new Reference.LocalFile(file))
                .build();
    }

    private Path file(String name, byte[] head, long length) throws Exception {
        Path file = Files.write(folder.resolve(name), head);
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.setLength(length);
        }
        return file;
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
