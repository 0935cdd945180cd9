package io.videogen.core.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.videogen.core.artifact.ArtifactKind;
import io.videogen.core.artifact.ArtifactLocation;
import io.videogen.core.file.Sha256;
import io.videogen.core.http.Endpoint;
import io.videogen.core.http.HttpSettings;
import io.videogen.core.http.HttpTransport;
import io.videogen.core.media.MediaFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that does anything wrong, in seeded random order: the file is right in the end, or not there. */
@Timeout(120)
class FaultyTransfersTest {

    private static final int TRANSFERS = 150;

    private static final List<byte[]> CLIPS =
            List.of(MediaFiles.read("index-last.mp4"), MediaFiles.read("index-first.mp4"));

    @TempDir
    Path folder;

    @Test
    void completeIsAlwaysOneWholeClip() throws Exception {
        Random random = new Random(20261122);
        try (RawServer server = new RawServer();
                HttpTransport transport = new HttpTransport(HttpSettings.defaults())) {
            Downloader downloader = new Downloader(
                    transport,
                    Endpoint.parse(server.uri("").toString(), false),
                    Optional.empty(),
                    DownloadSettings.defaults(),
                    Clock.systemUTC());
            for (int i = 0; i < TRANSFERS; i++) {
                Path part = folder.resolve(i + ".part");
                ArtifactLocation location =
                        new ArtifactLocation(server.uri("/v1/videos/" + i + "/content"), true, OptionalLong.empty());
                DownloadOutcome outcome;
                int attempts = 0;
                do {
                    for (int reply = 0; reply < 4; reply++) {
                        int fault = attempts < 10 ? random.nextInt(12) : 0;
                        long seed = random.nextLong();
                        server.then((request, out) -> answer(fault, new Random(seed), request, out));
                    }
                    outcome = downloader.fetch(location, ArtifactKind.VIDEO, part, Duration.ofDays(1));
                    server.forgetReplies();
                } while (!(outcome instanceof DownloadOutcome.Complete) && ++attempts < 20);

                assertThat(outcome).as("transfer %d", i).isInstanceOf(DownloadOutcome.Complete.class);
                byte[] bytes = Files.readAllBytes(part);
                assertThat(CLIPS).as("transfer %d", i).anyMatch(clip -> Arrays.equals(clip, bytes));
                assertThat(((DownloadOutcome.Complete) outcome).file().sha256()).isEqualTo(Sha256.of(part));
            }
        }
    }

    /** Fault 0 is none; the clip under the address changes now and then, and its tag with it. */
    private static void answer(int fault, Random random, RawServer.Request request, OutputStream out)
            throws IOException {
        int version = random.nextInt(6) == 0 ? 1 : 0;
        byte[] clip = CLIPS.get(version);
        String tag = "\"v" + version + "\"";
        boolean rest = request.header("range") != null && tag.equals(request.header("if-range"));
        int from = rest ? Integer.parseInt(request.header("range").replaceAll("\\D", "")) : 0;
        if (from >= clip.length) {
            head(out, "416 Range Not Satisfiable", tag, 0, "Content-Range: bytes */" + clip.length);
            return;
        }
        int to = fault == 1 || fault == 2 ? from + random.nextInt(clip.length - from) : clip.length;
        int lie = fault == 2 ? clip.length - to : 0;
        switch (fault) {
            case 3 -> head(out, "503 Busy", tag, 0, "Retry-After: 0");
            case 4 -> head(out, "206 Partial Content", tag, 10, "Content-Range: bytes 7-16/" + clip.length);
            case 5 -> head(out, "200 OK", tag, 6, "Content-Type: text/html");
            case 6 -> head(out, "200 OK", "W/" + tag, clip.length, "X-Note: nothing follows");
            case 7 -> out.write("nonsense".getBytes(StandardCharsets.US_ASCII));
            case 8 -> head(out, "404 Not Found", tag, 0, "X-Note: not yet");
            default ->
                head(
                        out,
                        rest ? "206 Partial Content" : "200 OK",
                        tag,
                        clip.length - from - lie,
                        rest ? "Content-Range: bytes " + from + "-" + (clip.length - 1) + "/" + clip.length : "X-A: b");
        }
        if (fault == 5) {
            out.write("<html>".getBytes(StandardCharsets.US_ASCII));
        } else if (fault < 3 || fault > 8) {
            out.write(clip, from, to - from);
        }
    }

    private static void head(OutputStream out, String status, String tag, long length, String more) throws IOException {
        String text = "HTTP/1.1 " + status + "\r\nConnection: close\r\nETag: " + tag + "\r\nContent-Length: " + length
                + "\r\n" + more + "\r\n\r\n";
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
