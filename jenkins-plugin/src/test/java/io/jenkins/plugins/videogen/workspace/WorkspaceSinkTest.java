package io.jenkins.plugins.videogen.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.AbortException;
import hudson.FilePath;
import hudson.remoting.Channel;
import hudson.remoting.VirtualChannel;
import io.videogen.core.api.ApiName;
import io.videogen.core.api.VideoApis;
import io.videogen.core.artifact.ArtifactKind;
import io.videogen.core.artifact.ArtifactLocation;
import io.videogen.core.download.DownloadOutcome;
import io.videogen.core.download.DownloadSettings;
import io.videogen.core.download.Downloader;
import io.videogen.core.file.Sha256;
import io.videogen.core.http.Endpoint;
import io.videogen.core.http.HttpSettings;
import io.videogen.core.http.HttpTransport;
import io.videogen.core.http.Token;
import io.videogen.core.remote.CreateOutcome;
import io.videogen.core.remote.HttpRemoteJobs;
import io.videogen.core.remote.PollOutcome;
import io.videogen.core.request.Encoding;
import io.videogen.core.request.VideoRequest;
import io.videogen.core.text.ServerText;
import io.videogen.preview.PreviewServer;
import io.videogen.preview.script.Faults;
import io.videogen.preview.script.Operation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceSinkTest {
    private static final String TOKEN = "sk-0123456789";
    private static final VirtualChannel AGENT = new VirtualChannel() {};

    @TempDir
    Path folder;

    private Duration left = Duration.ofMinutes(1);
    private Path workspace;
    private Path spool;
    private PreviewServer api;
    private HttpTransport transport;
    private ArtifactLocation location;

    @BeforeEach
    void completeAJob() throws Exception {
        workspace = Files.createDirectory(folder.resolve("workspace"));
        spool = folder.resolve("spool");
        api = PreviewServer.canned();
        api.script().requireToken(TOKEN);
        transport = new HttpTransport(HttpSettings.defaults());
        HttpRemoteJobs jobs = new HttpRemoteJobs(
                VideoApis.of(ApiName.OPENAI), endpoint(), token(), transport, Encoding.AUTO, Optional.empty());
        VideoRequest request = VideoRequest.builder("A cat").build();
        CreateOutcome created = jobs.create(request, "key");
        String id = ((CreateOutcome.Accepted) created).jobId().toString();
        PollOutcome.Seen seen = (PollOutcome.Seen) jobs.poll(request, id);
        location = seen.snapshot().videos().get(0);
    }

    @AfterEach
    void close() {
        transport.close();
        api.close();
    }

    @Test
    void aClipBehindTheTokenComesThroughTheController() throws Exception {
        DownloadOutcome outcome = receive(onAgent(), "out/demo.mp4");
        assertThat(outcome).isInstanceOf(DownloadOutcome.Complete.class);
        String sha256 = ((DownloadOutcome.Complete) outcome).file().sha256();
        assertThat(Sha256.of(workspace.resolve("out/demo.mp4"))).isEqualTo(sha256);
        assertThat(filesOf(folder)).containsExactly("workspace/out/demo.mp4");
    }

    @Test
    void aWorkspaceOfTheControllerIsWrittenToDirectly() throws Exception {
        DownloadOutcome outcome = receive(new FilePath(workspace.toFile()), "demo.mp4");
        assertThat(outcome).isInstanceOf(DownloadOutcome.Complete.class);
        assertThat(filesOf(folder)).containsExactly("workspace/demo.mp4");
    }

    @Test
    void anApiOutsideCanNotPointAtTheLoopbackOfTheController() throws Exception {
        ArtifactLocation told = new ArtifactLocation(location.uri(), false, OptionalLong.empty());
        WorkspaceSink sink = new WorkspaceSink(
                new ClipPaths("demo.mp4", false, 1, "c0ffee"),
                "https://api.example",
                true,
                DownloadVia.AUTO,
                spool,
                this::onAgent,
                (kind, address, part, most) -> {
                    throw new AssertionError("asked the controller for " + address);
                });
        assertThat(sink.receive("key", ArtifactKind.VIDEO, 0, told, left))
                .isInstanceOfSatisfying(
                        DownloadOutcome.Rejected.class,
                        refused -> assertThat(refused.error().code()).isEqualTo("refused_address"));
        assertThatThrownBy(() -> sink.receive("key", ArtifactKind.VIDEO, 0, told.fromInside(), left))
                .hasMessageContaining("asked the controller");
    }

    @Test
    void theStillPictureOfAClipComesThroughTheControllerAndNotIntoTheWorkspace() throws Exception {
        WorkspaceSink sink = new WorkspaceSink(
                new ClipPaths("demo.mp4", false, 1, "c0ffee"),
                api.baseUrl(),
                false,
                DownloadVia.AGENT,
                spool,
                this::onAgent,
                (kind, address, part, most) -> {
                    assertThat(kind).isEqualTo(ArtifactKind.THUMBNAIL);
                    assertThat(part).isEqualTo(WorkspaceSink.thumbnail(spool, "key"));
                    return new DownloadOutcome.NotReady("no picture yet");
                });
        assertThat(sink.receive("key", ArtifactKind.THUMBNAIL, 0, location, left))
                .isInstanceOf(DownloadOutcome.NotReady.class);
        assertThat(workspace).isEmptyDirectory();
        assertThat(spool).isDirectory();
    }

    @Test
    void anInterruptedTransferGoesOnWhereItStopped() throws Exception {
        api.script().on(Operation.CONTENT, 1, Faults.truncate(1000));
        assertThat(receive(onAgent(), "demo.mp4")).isInstanceOf(DownloadOutcome.Transient.class);
        assertThat(workspace.resolve("demo.mp4")).doesNotExist();
        assertThat(receive(onAgent(), "demo.mp4")).isInstanceOf(DownloadOutcome.Complete.class);
        assertThat(api.requests())
                .anySatisfy(request -> assertThat(request.header("range")).contains("bytes=1000-"));
    }

    @Test
    void anOldFileStaysUntilTheNewOneIsWhole() throws Exception {
        Path clip = Files.writeString(workspace.resolve("demo.mp4"), "the last good clip");
        WorkspaceSink.prepare(new FilePath(workspace.toFile()), new ClipPaths("demo.mp4", false, 1, "c0ffee"));
        api.script().on(Operation.CONTENT, 1, Faults.status(503));
        assertThat(receive(onAgent(), "demo.mp4")).isNotInstanceOf(DownloadOutcome.Complete.class);
        assertThat(clip).hasContent("the last good clip");
        assertThat(receive(onAgent(), "demo.mp4")).isInstanceOf(DownloadOutcome.Complete.class);
        assertThat(Files.size(clip)).isGreaterThan(1000);
    }

    @Test
    void theDefaultNameLeavesNoOldClipOfAnotherKind() throws Exception {
        Files.writeString(workspace.resolve("video.webm"), "of another build");
        Files.writeString(workspace.resolve("video.txt"), "not a clip");
        ClipTarget target = new ClipTarget(new ClipPaths("video.mp4", true, 1, "c0ffee"), 0);
        Files.writeString(target.preparePart(workspace.toFile()), "the new one");
        target.place(workspace.toFile(), "mp4");
        assertThat(filesOf(workspace)).containsExactlyInAnyOrder("video.mp4", "video.txt");
    }

    @Test
    void aNameOfTheUsersTakesNoOtherFileWithIt() throws Exception {
        Files.writeString(workspace.resolve("demo.webm"), "the user's own");
        WorkspaceSink.prepare(new FilePath(workspace.toFile()), new ClipPaths("demo.mp4", false, 1, "c0ffee"));
        assertThat(filesOf(workspace)).containsExactly("demo.webm");
    }

    @Test
    void anAbortedDownloadLeavesNothingOnTheAgent() throws Exception {
        leaveAPart();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> download().invoke(workspace.toFile(), connection(false)))
                .isInstanceOf(InterruptedException.class);
        assertThat(filesOf(workspace)).isEmpty();
    }

    @Test
    void aDownloadWhoseConnectionBrokeIsKeptForTheNextTry() throws Exception {
        leaveAPart();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> download().invoke(workspace.toFile(), connection(true)))
                .isInstanceOf(InterruptedException.class);
        assertThat(filesOf(workspace)).isNotEmpty();
    }

    @Test
    void aDownloadThatIsOutOfTimeIsKeptForTheNextTry() throws Exception {
        left = Duration.ofMillis(-1);
        assertThat(receive(onAgent(), "demo.mp4"))
                .isInstanceOfSatisfying(DownloadOutcome.Transient.class, trouble -> assertThat(trouble.reason())
                        .contains("its time is up"));
        assertThat(workspace.resolve("demo.mp4")).doesNotExist();
        left = Duration.ofMinutes(1);
        assertThat(receive(onAgent(), "demo.mp4")).isInstanceOf(DownloadOutcome.Complete.class);
    }

    @Test
    void theAgentEndsADownloadThatIsOutOfTimeAndKeepsItsPart() throws Exception {
        api.script().requireToken(null);
        left = Duration.ofMillis(-1);
        assertThat(download().invoke(workspace.toFile(), null).toOutcome())
                .isInstanceOfSatisfying(DownloadOutcome.Transient.class, trouble -> assertThat(trouble.reason())
                        .contains("its time is up"));
        assertThat(filesOf(workspace)).isNotEmpty();
    }

    @Test
    void aHangingAgentThatIsGivenUpKeepsItsPart() throws Exception {
        leaveAPart();
        left = Duration.ofMillis(-1);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> download().invoke(workspace.toFile(), connection(false)))
                .isInstanceOf(InterruptedException.class);
        assertThat(filesOf(workspace)).isNotEmpty();
    }

    @Test
    void anAgentThatNeverAnswersIsNotWaitedForWithoutEnd() throws Exception {
        CompletableFuture<DownloadReport> hanging = new CompletableFuture<>();
        assertThat(WorkspaceSink.await(hanging, Duration.ZERO).toOutcome())
                .isInstanceOf(DownloadOutcome.Transient.class);
        assertThat(hanging).isCancelled();
    }

    private void leaveAPart() throws Exception {
        api.script().requireToken(null);
        api.script().on(Operation.CONTENT, 1, Faults.truncate(1000));
        assertThat(download().invoke(workspace.toFile(), null).toOutcome())
                .isInstanceOf(DownloadOutcome.Transient.class);
        assertThat(filesOf(workspace)).isNotEmpty();
    }

    private DownloadOnAgent download() {
        return new DownloadOnAgent(
                new ClipTarget(new ClipPaths("video.mp4", true, 1, "c0ffee"), 0), api.baseUrl(), false, location, left);
    }

    private static Channel connection(boolean closed) {
        return new Channel() {
            @Override
            public boolean isClosingOrClosed() {
                return closed;
            }
        };
    }

    @Test
    void aLinkOutOfTheWorkspaceIsRefusedOnTheAgent() throws Exception {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.createSymbolicLink(workspace.resolve("out"), outside);
        assertThatThrownBy(() -> receive(onAgent(), "out/demo.mp4"))
                .isInstanceOfSatisfying(WorkspaceException.class, trouble -> {
                    assertThat(trouble.raw()).isInstanceOf(AbortException.class);
                    assertThat(trouble.isAgentAway()).isFalse();
                });
        assertThat(filesOf(outside)).isEmpty();
    }

    @Test
    void theAgentFetchesByItselfAndReportsInJdkTypes() throws Exception {
        api.script().requireToken(null);
        DownloadOnAgent download = download();
        DownloadReport report = overTheWire(overTheWire(download).invoke(workspace.toFile(), null));
        assertThat(report.toOutcome()).isInstanceOf(DownloadOutcome.Complete.class);
        assertThat(filesOf(workspace)).containsExactly("video.mp4");
    }

    @Test
    void noTokenTravelsToTheAgent() throws Exception {
        DownloadOnAgent download = download();
        assertThat(bytesOf(download)).doesNotContain(TOKEN, "io.videogen.core");
        DownloadReport refused = download.invoke(workspace.toFile(), null);
        assertThat(bytesOf(refused)).doesNotContain("io.videogen.core");
        assertThat(refused.toOutcome()).isNotInstanceOf(DownloadOutcome.Complete.class);
        assertThat(workspace.resolve("video.mp4")).doesNotExist();
    }

    @Test
    void whatAnAgentCanNotReachTheControllerFetches() throws Exception {
        WorkspaceSink auto = outside(DownloadVia.AUTO);
        assertThat(reason(auto)).contains("the agent can not fetch it", "the controller does now");
        assertThat(reason(auto)).isEqualTo("asked the controller");
    }

    @Test
    void anAgentOrTheControllerAloneStaysAlone() throws Exception {
        WorkspaceSink agent = outside(DownloadVia.AGENT);
        assertThat(reason(agent)).doesNotContain("controller");
        assertThat(reason(agent)).doesNotContain("controller");
        assertThat(reason(outside(DownloadVia.CONTROLLER))).isEqualTo("asked the controller");
    }

    @Test
    void aBrokenTransferStaysWithTheAgentThatHasAPart() throws Exception {
        api.script().requireToken(null);
        api.script().on(Operation.CONTENT, 1, Faults.truncate(1000));
        DownloadReport report = download().invoke(workspace.toFile(), null);
        assertThat(report.toOutcome()).isInstanceOf(DownloadOutcome.Transient.class);
        assertThat(report.isEmptyHanded()).isFalse();
    }

    /** The agent has no token, so that only the controller can keep it out of what the agent tells. */
    @Test
    void whatAnAgentTellsIsShownWithoutTheToken() throws Exception {
        String token = "sk-very-secret-token";
        api.script().requireToken(null);
        api.script()
                .on(
                        Operation.CONTENT,
                        1,
                        Faults.json(418, "{\"message\":\"" + token + " ##vso[x]\",\"code\":\"" + token + "\"}"));

        DownloadOutcome.Rejected outcome = (DownloadOutcome.Rejected) download()
                .invoke(workspace.toFile(), null)
                .shownBy(ServerText.hiding(Optional.of(token)))
                .toOutcome();

        assertThat(outcome.error()).hasMessageContaining("# #vso[x]").hasMessageNotContaining(token);
        assertThat(outcome.error().code()).isEqualTo("****");
    }

    /** Nobody there could tell it from any other text. */
    @Test
    void aNoteOnTheAgentHoldsNoWordOfTheServer() throws Exception {
        String token = "sk-very-secret-token";
        api.script().requireToken(null);
        api.script().on(Operation.CONTENT, 1, Faults.spoil(reply -> reply.header("ETag", '"' + token + '"')
                .header("Last-Modified", "Sat, 28 Nov 2020 09:00:00 GMT")
                .delivered(reply.delivery().cut(1000))));

        assertThat(download().invoke(workspace.toFile(), null).toOutcome())
                .isInstanceOf(DownloadOutcome.Transient.class);

        List<String> files = filesOf(workspace).toList();
        assertThat(files).as("the part, and the note by which it goes on").hasSize(2);
        for (String file : files) {
            assertThat(Files.readString(workspace.resolve(file), StandardCharsets.ISO_8859_1))
                    .doesNotContain(token);
        }
        assertThat(download().invoke(workspace.toFile(), null).toOutcome())
                .isInstanceOf(DownloadOutcome.Complete.class);
        assertThat(api.requests()).anySatisfy(request -> {
            assertThat(request.header("range")).contains("bytes=1000-");
            assertThat(request.header("if-range")).contains("Sat, 28 Nov 2020 09:00:00 GMT");
        });
    }

    /** A clip at a host that nobody reaches. */
    private WorkspaceSink outside(DownloadVia via) {
        return new WorkspaceSink(
                new ClipPaths("demo.mp4", false, 1, "c0ffee"),
                "https://api.example",
                false,
                via,
                spool,
                this::onAgent,
                (kind, address, part, most) -> new DownloadOutcome.Transient("asked the controller", Optional.empty()));
    }

    private static String reason(WorkspaceSink sink) throws InterruptedException {
        ArtifactLocation nowhere =
                new ArtifactLocation(URI.create("https://cdn.invalid/clip.mp4"), false, OptionalLong.empty());
        return ((DownloadOutcome.Transient) sink.receive("key", ArtifactKind.VIDEO, 0, nowhere, Duration.ofMinutes(1)))
                .reason();
    }

    private DownloadOutcome receive(FilePath place, String file) throws InterruptedException {
        WorkspaceSink sink = new WorkspaceSink(
                new ClipPaths(file, false, 1, "c0ffee"),
                api.baseUrl(),
                false,
                DownloadVia.AUTO,
                spool,
                () -> place,
                (kind, address, part, most) -> new Downloader(
                                transport, endpoint(), token(), DownloadSettings.defaults(), Clock.systemUTC())
                        .fetch(address, ArtifactKind.VIDEO, part, most));
        return sink.receive("key", ArtifactKind.VIDEO, 0, location, left);
    }

    private FilePath onAgent() {
        return new FilePath(AGENT, workspace.toString());
    }

    private Endpoint endpoint() {
        return Endpoint.parse(api.baseUrl(), false);
    }

    private static Optional<Token> token() {
        return Optional.of(new Token(TOKEN, "a test"));
    }

    private static Stream<String> filesOf(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files
                    .filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .toList()
                    .stream();
        }
    }

    private static String bytesOf(Object value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(value);
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    @SuppressWarnings("unchecked")
    private static <T> T overTheWire(T value) throws Exception {
        byte[] bytes = bytesOf(value).getBytes(StandardCharsets.ISO_8859_1);
        return (T) new ObjectInputStream(new ByteArrayInputStream(bytes)).readObject();
    }
}
