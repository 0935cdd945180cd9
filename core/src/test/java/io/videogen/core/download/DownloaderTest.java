package io.videogen.core.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.artifact.ArtifactKind;
import io.videogen.core.artifact.ArtifactLocation;
import io.videogen.core.artifact.VerifiedFile;
import io.videogen.core.http.Endpoint;
import io.videogen.core.http.HttpSettings;
import io.videogen.core.http.HttpTransport;
import io.videogen.core.http.Token;
import io.videogen.core.media.MediaFiles;
import io.videogen.core.testing.TestClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class DownloaderTest {

    private static final byte[] CLIP = MediaFiles.read("index-last.mp4");
    private static final String SECRET = "sk-very-secret";
    private static final String TAG = "\nETag: \"one\"";

    @TempDir
    Path folder;

    private final HttpTransport transport = new HttpTransport(HttpSettings.defaults());
    private RawServer api;
    private RawServer elsewhere;
    private Path part;

    @BeforeEach
    void start() throws IOException {
        api = new RawServer();
        elsewhere = new RawServer();
        part = folder.resolve("jobs/clip.part");
    }

    @AfterEach
    void stop() throws IOException {
        transport.close();
        api.close();
        elsewhere.close();
    }

    @Test
    void aWholeClipIsCompleteWithItsDigestAndFacts() throws Exception {
        api.then("200 OK\nContent-Type: application/octet-stream" + length(CLIP.length), CLIP);

        VerifiedFile file = complete(fetch(content()));

        assertThat(file.extension()).isEqualTo("mp4");
        assertThat(file.bytes()).isEqualTo(CLIP.length);
        assertThat(file.sha256()).isEqualTo(sha256(CLIP));
        assertThat(file.width()).contains(64);
        assertThat(Files.readAllBytes(part)).isEqualTo(CLIP);
        assertThat(folder.resolve("jobs")).isDirectoryContaining("glob:**clip.part");
        try (var files = Files.list(folder.resolve("jobs"))) {
            assertThat(files).containsExactly(part);
        }
        assertThat(api.requests().get(0).header("authorization")).isEqualTo("Bearer " + SECRET);
        assertThat(api.requests().get(0).header("accept-encoding")).isEqualTo("identity");
    }

    @Test
    void aBrokenTransferGoesOnWhereItStopped() throws Exception {
        api.then("200 OK" + TAG + length(CLIP.length), Arrays.copyOf(CLIP, 2000));
        api.then(
                "206 Partial Content" + TAG + length(CLIP.length - 2000) + range(2000),
                Arrays.copyOfRange(CLIP, 2000, CLIP.length));

        assertThat(fetch(content())).isInstanceOf(DownloadOutcome.Transient.class);
        assertThat(part).hasSize(2000);
        VerifiedFile file = complete(fetch(content()));

        assertThat(file.sha256()).isEqualTo(sha256(CLIP));
        assertThat(Files.readAllBytes(part)).isEqualTo(CLIP);
        assertThat(api.requests().get(1).header("range")).isEqualTo("bytes=2000-");
        assertThat(api.requests().get(1).header("if-range")).isEqualTo("\"one\"");
    }

    @Test
    void whatABrokenTransferLeftCanBeDiscardedAsAWhole() throws Exception {
        api.then("200 OK" + TAG + length(CLIP.length), Arrays.copyOf(CLIP, 2000));
        fetch(content());

        Downloader.discard(part);

        assertThat(part.getParent()).isEmptyDirectory();
        Downloader.discard(part);
    }

    @Test
    void aTagThatNoRequestCouldCarryBackDoesNotStandInTheWayOfTheNextAttempt() throws Exception {
        api.then("200 OK\nETag: \"caf\u00e9\"" + length(CLIP.length), Arrays.copyOf(CLIP, 2000));
        api.then("200 OK" + length(CLIP.length), CLIP);

        assertThat(fetch(content())).isInstanceOf(DownloadOutcome.Transient.class);

        assertThat(complete(fetch(content())).sha256()).isEqualTo(sha256(CLIP));
    }

    @Test
    void aTransferThatIsCutAgainAndAgainStillEnds() throws Exception {
        for (int at = 0; at < CLIP.length; at += 1500) {
            int from = at;
            byte[] piece = Arrays.copyOfRange(CLIP, at, Math.min(CLIP.length, at + 1500));
            String head = from == 0 ? "200 OK" : "206 Partial Content" + range(from);
            api.then(head + TAG + length(CLIP.length - from), piece);
        }

        DownloadOutcome outcome = fetch(content());
        while (outcome instanceof DownloadOutcome.Transient) {
            outcome = fetch(content());
        }

        assertThat(complete(outcome).sha256()).isEqualTo(sha256(CLIP));
    }

    @Test
    void aPieceThatEndsBeforeItsRangeDoesIsNotKept() throws Exception {
        byte[] page = "<html>The gateway is busy</html>".getBytes();
        api.then("200 OK" + TAG + length(CLIP.length), Arrays.copyOf(CLIP, 2000));
        api.then("206 Partial Content" + TAG + range(2000) + "\nTransfer-Encoding: chunked", chunked(page));
        api.then(
                "206 Partial Content" + TAG + range(2000) + "\nTransfer-Encoding: chunked",
                chunked(Arrays.copyOfRange(CLIP, 2000, CLIP.length)));
        fetch(content());

        assertThat(fetch(content()))
                .isInstanceOfSatisfying(DownloadOutcome.Transient.class, trouble -> assertThat(trouble.reason())
                        .contains("announced " + (CLIP.length - 2000) + " more", "sent " + page.length));

        assertThat(part).hasSize(2000);
        assertThat(complete(fetch(content())).sha256()).isEqualTo(sha256(CLIP));
        assertThat(Files.readAllBytes(part)).isEqualTo(CLIP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6500", "*"})
    void aPieceThatGoesOnAfterTheEndOfItsRangeIsRejected(String total) throws Exception {
        api.then("200 OK" + TAG + "\nTransfer-Encoding: chunked", chunkWithoutEnd(Arrays.copyOf(CLIP, 2000)));
        api.then(
                "206 Partial Content" + TAG + "\nContent-Range: bytes 2000-2999/" + total
                        + "\nTransfer-Encoding: chunked",
                chunked(new byte[1001]));
        fetch(content());

        VideogenException error = rejected(fetch(content()));

        assertThat(error.code()).isEqualTo("wrong_length");
        assertThat(error).hasMessageContaining("1000");
        assertThat(part).doesNotExist();
    }

    @Test
    void aSignedAddressWithANewSignatureIsStillTheSameFile() throws Exception {
        elsewhere.then("200 OK" + TAG + length(CLIP.length), Arrays.copyOf(CLIP, 100));
        elsewhere.then(
                "206 Partial Content" + TAG + length(CLIP.length - 100) + range(100),
                Arrays.copyOfRange(CLIP, 100, CLIP.length));

        fetch(signed("/clip.mp4?sig=1"));
        complete(fetch(signed("/clip.mp4?sig=2")));

        assertThat(elsewhere.requests().get(1).header("range")).isEqualTo("bytes=100-");
        assertThat(elsewhere.requests().get(1).header("authorization")).isNull();
    }

    @Test
    void anotherFileUnderTheAddressStartsAnew() throws Exception {
        api.then("200 OK" + TAG + length(CLIP.length + 50), Arrays.copyOf(CLIP, 2000));
        api.then("200 OK\nETag: \"two\"" + length(CLIP.length), CLIP);

        fetch(content());

        assertThat(complete(fetch(content())).sha256()).isEqualTo(sha256(CLIP));
    }

    @ParameterizedTest
    @CsvSource({
        "bytes 2000-5856/9999, '\"one\"'",
        "bytes 1000-5856/5857, '\"one\"'",
        "bytes 2000-5856/5857, '\"two\"'",
        "bytes 2000-5856/5857, '\"one\"'",
        "nonsense, '\"one\"'",
    })
    void aPieceThatIsNotTheOneAskedForStartsAnew(String range, String tag) throws Exception {
        api.then("200 OK" + TAG + length(CLIP.length), Arrays.copyOf(CLIP, 2000));
        api.then("206 Partial Content\nContent-Range: " + range + "\nETag: " + tag + length(4), "xxxx");
        api.then("200 OK" + TAG + length(CLIP.length), CLIP);

        fetch(content());

        assertThat(complete(fetch(content())).sha256()).isEqualTo(sha256(CLIP));
        assertThat(api.requests().get(2).header("range")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\nETag: W/\"weak\"",
                "\nLast-Modified: Sun, 22 Nov 2026 04:00:00 GMT\nDate: Sun, 22 Nov 2026 04:00:00 GMT"
            })
    void nothingIsResumedWithoutAStrongValidator(String headers) throws Exception {
        api.then("200 OK" + headers + length(CLIP.length), Arrays.copyOf(CLIP, 2000));
        api.then("200 OK" + headers + length(CLIP.length), CLIP);

        fetch(content());

        complete(fetch(content()));
        assertThat(api.requests().get(1).header("range")).isNull();
    }

    @Test
    void anOldEnoughDateIsAStrongValidator() throws Exception {
        String modified = "Sun, 22 Nov 2026 03:00:00 GMT";
        api.then(
                "200 OK\nLast-Modified: " + modified + "\nDate: Sun, 22 Nov 2026 04:00:00 GMT" + length(CLIP.length),
                Arrays.copyOf(CLIP, 2000));
        api.then(
                "206 Partial Content" + length(CLIP.length - 2000) + range(2000),
                Arrays.copyOfRange(CLIP, 2000, CLIP.length));

        fetch(content());

        complete(fetch(content()));
        assertThat(api.requests().get(1).header("if-range")).isEqualTo(modified);
    }

    @Test
    void aFileThatHadArrivedWholeIsRecognisedBy416() throws Exception {
        leaveWholePart();
        api.then("416 Range Not Satisfiable\nContent-Range: bytes */" + CLIP.length + length(0), "");

        assertThat(complete(fetch(content())).sha256()).isEqualTo(sha256(CLIP));
    }

    @Test
    void a416ForAnotherLengthStartsAnew() throws Exception {
        leaveWholePart();
        api.then("416 Range Not Satisfiable\nContent-Range: bytes */10" + length(0), "");
        api.then("200 OK" + TAG + length(CLIP.length), CLIP);

        complete(fetch(content()));

        assertThat(api.requests().get(2).header("range")).isNull();
    }

    @Test
    void noteOfAnotherAddressIsNotUsed() throws Exception {
        api.then("200 OK" + TAG + length(CLIP.length), Arrays.copyOf(CLIP, 2000));
        elsewhere.then("200 OK" + length(CLIP.length), CLIP);

        fetch(content());
        complete(fetch(signed("/other.mp4")));

        assertThat(elsewhere.requests().get(0).header("range")).isNull();
    }

    @Test
    void theNoteHoldsNoAddress() throws Exception {
        elsewhere.then("200 OK" + TAG + length(CLIP.length), Arrays.copyOf(CLIP, 2000));

        fetch(signed("/clip.mp4?X-Signature=hush"));

        assertThat(Files.readString(part.resolveSibling("clip.part.resume")))
                .contains("\"durable\":2000")
                .doesNotContain("hush")
                .doesNotContain("clip.mp4")
                .doesNotContain("127.0.0.1");
    }

    @Test
    void noShortBodyIsEverComplete() throws Exception {
        for (int bytes : new int[] {0, 1, 8, 40, 1000, CLIP.length - 1}) {
            byte[] cut = Arrays.copyOf(CLIP, bytes);
            api.then("200 OK" + length(CLIP.length), cut); // hangs up before its length
            api.then("200 OK" + length(bytes), cut); // lies about the length
            api.then("200 OK", cut); // tells none
            for (int i = 0; i < 3; i++) {
                assertThat(fetch(content()))
                        .as("%d bytes, way %d", bytes, i)
                        .isNotInstanceOf(DownloadOutcome.Complete.class);
            }
        }
    }

    @Test
    void aBodyThatEndsTooEarlyByItsOwnBoxesIsTriedAgain() throws Exception {
        api.then("200 OK", Arrays.copyOf(CLIP, 3000));

        assertThat(((DownloadOutcome.Transient) fetch(content())).reason()).contains("not whole");
    }

    @Test
    void aLengthThatTheApiContradictsIsRejected() throws Exception {
        api.then("200 OK" + length(CLIP.length), CLIP);
        api.then("200 OK", CLIP);
        api.then("200 OK", CLIP);

        assertThat(rejected(fetch(content(CLIP.length + 1))).getMessage()).contains("" + CLIP.length);
        assertThat(fetch(content(CLIP.length + 1))).isInstanceOf(DownloadOutcome.Transient.class);
        assertThat(rejected(fetch(content(CLIP.length - 1))).code()).isEqualTo("wrong_length");
        assertThat(part).doesNotExist();
    }

    @Test
    void wholeBytesThatAreNoVideoAreRejectedAndRemoved() throws Exception {
        api.then("200 OK\nContent-Type: video/mp4" + length(100), new byte[100]);

        assertThat(rejected(fetch(content())).code()).isEqualTo("damaged_artifact");
        assertThat(part).doesNotExist();
    }

    @Test
    void aBodyLargerThanAllowedIsRejectedBeforeAndWhileItStreams() throws Exception {
        DownloadSettings small = DownloadSettings.defaults().withMostBytes(4000, 100);
        api.then("200 OK" + length(1L << 40), CLIP);
        api.then("200 OK", CLIP);

        for (int i = 0; i < 2; i++) {
            assertThat(rejected(downloader(small).fetch(content(), ArtifactKind.VIDEO, part, Duration.ofDays(1)))
                            .code())
                    .isEqualTo("too_large");
            assertThat(part).doesNotExist();
        }
        assertThat(api.requests()).hasSize(2);
    }

    @Test
    void aClipThatTheDiskCannotHoldIsAStorageErrorBeforeTheFirstByte() {
        long most = 1L << 59;
        api.then("200 OK" + length(most), CLIP);
        DownloadSettings settings = DownloadSettings.defaults().withMostBytes(Long.MAX_VALUE, 100);

        assertThatThrownBy(() -> downloader(settings).fetch(content(), ArtifactKind.VIDEO, part, Duration.ofDays(1)))
                .isInstanceOfSatisfying(VideogenException.class, e -> {
                    assertThat(e.kind()).isEqualTo(ErrorKind.STORAGE);
                    assertThat(e).hasMessageContaining("" + most).hasMessageContaining("free");
                });
    }

    @Test
    void aSymbolicLinkInPlaceOfThePartIsRefused() throws Exception {
        Path victim = Files.writeString(folder.resolve("victim"), "precious");
        Files.createDirectories(part.getParent());
        Files.createSymbolicLink(part, victim);

        assertThatThrownBy(() -> fetch(content()))
                .isInstanceOfSatisfying(
                        VideogenException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.STORAGE));
        assertThat(victim).hasContent("precious");
        assertThat(api.requests()).isEmpty();
    }

    @Test
    void aStalledBodyIsCutAndWhatArrivedIsKept() throws Exception {
        CountDownLatch hold = new CountDownLatch(1);
        api.then((request, out) -> {
            out.write(("HTTP/1.1 200 OK" + TAG + length(CLIP.length) + "\n\n")
                    .replace("\n", "\r\n")
                    .getBytes());
            out.write(CLIP, 0, 2000);
            out.flush();
            hold.await();
        });
        DownloadSettings impatient = DownloadSettings.defaults().withIdleLimit(Duration.ofMillis(300), 4096);

        DownloadOutcome outcome = downloader(impatient).fetch(content(), ArtifactKind.VIDEO, part, Duration.ofDays(1));
        hold.countDown();

        assertThat(((DownloadOutcome.Transient) outcome).reason()).contains("300 ms");
        assertThat(part).hasSize(2000);
    }

    @Test
    void aTrickleIsNoProgress() throws Exception {
        api.then((request, out) -> {
            out.write("HTTP/1.1 502 Bad Gateway\r\nConnection: close\r\n\r\n".getBytes());
            while (true) {
                out.write(' ');
                out.flush();
                Thread.onSpinWait();
            }
        });
        DownloadSettings impatient = DownloadSettings.defaults().withIdleLimit(Duration.ofMillis(300), 1 << 30);

        DownloadOutcome outcome = downloader(impatient).fetch(content(), ArtifactKind.VIDEO, part, Duration.ofDays(1));

        assertThat(((DownloadOutcome.Transient) outcome).reason()).contains("502");
    }

    @Test
    void aTransferThatTakesLongerThanItMayIsCutAndGoesOnLater() throws Exception {
        CountDownLatch hold = new CountDownLatch(1);
        api.then((request, out) -> {
            out.write(("HTTP/1.1 200 OK" + TAG + length(1 << 30) + "\n\n")
                    .replace("\n", "\r\n")
                    .getBytes());
            out.write(CLIP);
            out.write(new byte[600_000]);
            out.flush();
            hold.await();
        });
        Clock clock = TestClock.ticking(Duration.ofMinutes(3));

        DownloadOutcome outcome = new Downloader(
                        transport, endpoint(), Optional.empty(), DownloadSettings.defaults(), clock)
                .fetch(content(), ArtifactKind.VIDEO, part, Duration.ofMinutes(2));
        hold.countDown();

        assertThat(((DownloadOutcome.Transient) outcome).reason()).contains("its time is up");
        assertThat(part).hasSize(BodyPump.BUFFER_BYTES);
        fetch(content());
        assertThat(api.requests().get(1).header("range")).isEqualTo("bytes=" + BodyPump.BUFFER_BYTES + "-");
    }

    @Test
    void anInterruptStopsAtOnceAndKeepsWhatArrived() throws Exception {
        CountDownLatch sent = new CountDownLatch(1);
        CountDownLatch hold = new CountDownLatch(1);
        api.then((request, out) -> {
            out.write(("HTTP/1.1 200 OK" + TAG + length(1 << 20) + "\n\n")
                    .replace("\n", "\r\n")
                    .getBytes());
            out.write(CLIP);
            out.write(new byte[600_000]);
            out.flush();
            sent.countDown();
            hold.await();
        });
        Thread caller = Thread.currentThread();
        Thread aborter = new Thread(() -> {
            try {
                sent.await();
                while (!Files.exists(part) || Files.size(part) < BodyPump.BUFFER_BYTES) {
                    Thread.onSpinWait();
                }
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
            caller.interrupt();
        });
        aborter.start();

        assertThatThrownBy(() -> fetch(content())).isInstanceOf(InterruptedException.class);
        hold.countDown();
        aborter.join();

        assertThat(Thread.interrupted()).isFalse();
        assertThat(Files.size(part)).isGreaterThanOrEqualTo(BodyPump.BUFFER_BYTES);
        assertThat(part.resolveSibling("clip.part.resume")).exists();
    }

    @Test
    void aRedirectElsewhereGoesWithoutTheToken() throws Exception {
        api.then("302 Found\nLocation: " + elsewhere.uri("/signed.mp4?sig=1") + length(0), "");
        elsewhere.then("200 OK" + length(CLIP.length), CLIP);

        complete(fetch(content()));

        assertThat(api.requests().get(0).header("authorization")).isNotNull();
        assertThat(elsewhere.requests().get(0).header("authorization")).isNull();
    }

    @Test
    void anEndlessRedirectEnds() throws Exception {
        for (int i = 0; i < 20; i++) {
            api.then("302 Found\nLocation: /again" + length(0), "");
        }

        assertThat(rejected(fetch(content()))).hasMessageContaining("redirects more than 5 times");
        assertThat(api.requests()).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://127.0.0.1/clip.mp4", "file:///etc/passwd", "http://169.254.169.254/latest"})
    void addressesThatNoClipHasAreRefused(String address) throws Exception {
        assertThat(rejected(fetch(new ArtifactLocation(URI.create(address), false, OptionalLong.empty())))
                        .kind())
                .isEqualTo(ErrorKind.BAD_ARTIFACT);
    }

    @Test
    void aPublicApiCannotPointIntoThisMachine() throws Exception {
        elsewhere.then("200 OK" + length(CLIP.length), CLIP);
        Endpoint open = Endpoint.parse("https://93.184.216.34", false);
        Downloader downloader =
                new Downloader(transport, open, Optional.empty(), DownloadSettings.defaults(), Clock.systemUTC());

        DownloadOutcome outcome = downloader.fetch(signed("/clip.mp4"), ArtifactKind.VIDEO, part, Duration.ofDays(1));

        assertThat(rejected(outcome).code()).isEqualTo("refused_address");
        assertThat(elsewhere.requests()).isEmpty();
    }

    @Test
    void jsonWithAnAddressIsFollowedOnce() throws Exception {
        String json = "{\"id\":\"sora-2:task_1\",\"url\":\"" + elsewhere.uri("/a.mp4") + "\"}";
        api.then("200 OK\nContent-Type: application/json" + length(json.length()), json);
        elsewhere.then("200 OK" + length(CLIP.length), CLIP);
        api.then("200 OK" + length(json.length()), json);
        elsewhere.then("200 OK" + length(json.length()), json);

        complete(fetch(content()));
        assertThat(elsewhere.requests().get(0).header("authorization")).isNull();
        assertThat(rejected(fetch(content())).getMessage()).contains("JSON");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"error\":{\"message\":\"Task is not completed yet, current status: NOT_START\"}} | NotReady",
                "404 | {\"error\":{\"message\":\"Task not found\"}} | NotReady",
                "202 | {} | NotReady",
                "200 | {\"status\":\"in_progress\",\"message\":\"video_not_ready\"} | NotReady",
                "401 | {\"error\":{\"message\":\"bad key\",\"code\":401}} | Rejected",
                "403 | {\"error\":{\"message\":\"no\"}} | Rejected",
                "410 | {\"error\":{\"code\":\"video_content_expired\",\"message\":\"gone\"}} | Rejected",
                "400 | nonsense | Rejected",
                "200 | {\"error\":\"broken\"} | Rejected",
                "200 | <html><body>Sign in</body></html> | Rejected",
                "408 | '' | Transient",
                "429 | {} | Transient",
                "500 | <html>oops</html> | Transient",
                "502 | {} | Transient",
            })
    void repliesOfTheApiAreTold(int status, String body, String outcome) throws Exception {
        api.then(status + " Whatever" + length(body.length()), body);

        assertThat(fetch(content()).getClass().getSimpleName()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403 | <Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error> | Expired",
                "400 | <Error><Code>ExpiredToken</Code></Error> | Expired",
                "404 | '' | Expired",
                "410 | '' | Expired",
                "503 | '' | Transient",
                "418 | '' | Rejected",
            })
    void repliesOfOtherServersAreTold(int status, String body, String outcome) throws Exception {
        elsewhere.then(status + " Whatever" + length(body.length()), body);

        assertThat(fetch(signed("/clip.mp4?sig=1")).getClass().getSimpleName()).isEqualTo(outcome);
    }

    @Test
    void aPageInsteadOfTheClipSaysWhatToDo() throws Exception {
        String page = "<html><body>Sign in</body></html>";
        api.then("200 OK" + length(page.length()), page);

        assertThat(rejected(fetch(content()))).hasMessageContainingAll("web page", "proxy", "run the same build again");
    }

    /** The token was not sent there, so that it can not be the reason. */
    @ParameterizedTest
    @ValueSource(strings = {"401", "403", "410", "418"})
    void aRefusalOfASignedAddressDoesNotBlameTheToken(String status) throws Exception {
        elsewhere.then(status + " Whatever" + length(0), "");
        api.then("302 Found\nLocation: " + elsewhere.uri("/clip.mp4?sig=1") + length(0), "");
        elsewhere.then(status + " Whatever" + length(0), "");

        assertThat(told(fetch(signed("/clip.mp4?sig=1")))).doesNotContain("oken");
        assertThat(told(fetch(content()))).doesNotContain("oken");
        assertThat(elsewhere.requests()).allSatisfy(request -> assertThat(request.header("authorization"))
                .isNull());
    }

    @Test
    void retryAfterIsPassedOn() throws Exception {
        api.then("429 Slow Down\nRetry-After: 7" + length(0), "");

        assertThat(((DownloadOutcome.Transient) fetch(content())).retryAfter()).contains(Duration.ofSeconds(7));
    }

    @Test
    void aRefusalNamesTheTokensSourceAndNeverTheToken() throws Exception {
        String body = "{\"error\":{\"message\":\"key " + SECRET + " is unknown\",\"code\":\"bad_key\"}}";
        api.then("401 Unauthorized" + length(body.length()), body);

        VideogenException error = rejected(fetch(content()));

        assertThat(error.kind()).isEqualTo(ErrorKind.REFUSED);
        assertThat(error.code()).isEqualTo("bad_key");
        assertThat(error).hasMessageContaining("variable VIDEOGEN_TOKEN").hasMessageNotContaining(SECRET);
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 95, 280, 290, 295})
    void noPartOfARepeatedTokenIsLeftWhereATextIsCut(int before) throws Exception {
        String text = "x".repeat(before) + SECRET;
        String body = "{\"error\":{\"message\":\"" + text + "\",\"code\":\"" + text + "\"}}";
        for (String status : new String[] {"200 OK", "401 Unauthorized", "500 Oops", "418 Teapot"}) {
            api.then(status + length(body.length()), body);

            assertThat(told(fetch(content()))).as(status).doesNotContain("sk-");
        }
        api.then((request, out) -> out.write((text + "\r\n\r\n").getBytes()));

        assertThat(told(fetch(content()))).doesNotContain("sk-");
    }

    @Test
    void anErrorOfAnObjectStoreIsToldWithoutTheSignatureInIt() throws Exception {
        String body = "{\"message\":\"no such key https://cdn.example/clip.mp4?X-Signature=abc\"}";
        elsewhere.then("418 Teapot" + length(body.length()), body);

        assertThat(told(fetch(signed("/clip.mp4?sig=1"))))
                .contains("cdn.example")
                .doesNotContain("abc");
    }

    @Test
    void anUnreachableServerIsWorthAnotherTry() throws Exception {
        ArtifactLocation gone = content();
        api.close();

        assertThat(fetch(gone)).isInstanceOf(DownloadOutcome.Transient.class);
    }

    @Test
    void aGzippedBodyIsUnpacked() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(CLIP);
        }
        api.then("200 OK\nContent-Encoding: gzip" + length(packed.size()), packed.toByteArray());

        assertThat(complete(fetch(content())).sha256()).isEqualTo(sha256(CLIP));
    }

    @Test
    void inlinedFilesAreDecoded() throws Exception {
        String text = Base64.getEncoder().encodeToString(CLIP).replace("+", "%2B");

        assertThat(complete(fetch(data("data:video/mp4;base64," + text))).sha256())
                .isEqualTo(sha256(CLIP));
        assertThat(rejected(fetch(data("data:video/mp4;base64,AAAA"))).kind()).isEqualTo(ErrorKind.BAD_ARTIFACT);
        assertThat(rejected(fetch(data("data:nothing"))).code()).isEqualTo("malformed_data_url");
    }

    @ParameterizedTest
    @CsvSource({"still.png, png", "still.jpg, jpg", "still.webp, webp"})
    void thumbnailsAreVerifiedToo(String name, String extension) throws Exception {
        byte[] picture = MediaFiles.read(name);
        api.then("200 OK\nContent-Type: image/webp" + length(picture.length), picture);

        DownloadOutcome outcome = downloader(DownloadSettings.defaults())
                .fetch(content(), ArtifactKind.THUMBNAIL, part, Duration.ofDays(1));

        assertThat(complete(outcome).extension()).isEqualTo(extension);
    }

    private void leaveWholePart() throws Exception {
        byte[] all = Arrays.copyOf(CLIP, CLIP.length);
        api.then("200 OK" + TAG + "\nTransfer-Encoding: chunked", chunkWithoutEnd(all));
        assertThat(fetch(content())).isInstanceOf(DownloadOutcome.Transient.class);
        assertThat(part).hasSize(CLIP.length);
    }

    private static byte[] chunked(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(chunkWithoutEnd(content));
        out.write("0\r\n\r\n".getBytes());
        return out.toByteArray();
    }

    private static byte[] chunkWithoutEnd(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write((Integer.toHexString(content.length) + "\r\n").getBytes());
        out.write(content);
        out.write("\r\n".getBytes());
        return out.toByteArray();
    }

    private DownloadOutcome fetch(ArtifactLocation location) throws InterruptedException {
        return downloader(DownloadSettings.defaults()).fetch(location, ArtifactKind.VIDEO, part, Duration.ofDays(1));
    }

    private Downloader downloader(DownloadSettings settings) {
        Token token = new Token(SECRET, "the environment variable VIDEOGEN_TOKEN");
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T04:00:00Z"), ZoneOffset.UTC);
        return new Downloader(transport, endpoint(), Optional.of(token), settings, clock);
    }

    private Endpoint endpoint() {
        return Endpoint.parse(api.uri("").toString(), false);
    }

    private ArtifactLocation content() {
        return new ArtifactLocation(api.uri("/v1/videos/1/content"), true, OptionalLong.empty());
    }

    private ArtifactLocation content(long expected) {
        return new ArtifactLocation(api.uri("/v1/videos/1/content"), true, OptionalLong.of(expected));
    }

    private ArtifactLocation signed(String path) {
        return new ArtifactLocation(elsewhere.uri(path), false, OptionalLong.empty());
    }

    private static ArtifactLocation data(String text) {
        return new ArtifactLocation(URI.create(text), false, OptionalLong.empty());
    }

    private static String told(DownloadOutcome outcome) {
        return outcome instanceof DownloadOutcome.Rejected rejected
                ? rejected.error().code() + " " + rejected.error().getMessage()
                : outcome.toString();
    }

    private static VerifiedFile complete(DownloadOutcome outcome) {
        assertThat(outcome).isInstanceOf(DownloadOutcome.Complete.class);
        return ((DownloadOutcome.Complete) outcome).file();
    }

    private static VideogenException rejected(DownloadOutcome outcome) {
        assertThat(outcome).isInstanceOf(DownloadOutcome.Rejected.class);
        return ((DownloadOutcome.Rejected) outcome).error();
    }

    private static String length(long bytes) {
        return "\nContent-Length: " + bytes;
    }

    private static String range(long from) {
        return "\nContent-Range: bytes " + from + "-" + (CLIP.length - 1) + "/" + CLIP.length;
    }

    private static String sha256(byte[] bytes) throws Exception {
        return java.util.HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
