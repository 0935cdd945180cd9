package io.videogen.it.bench.download;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.core.artifact.ArtifactKind;
import io.videogen.core.artifact.ArtifactLocation;
import io.videogen.core.download.DownloadOutcome;
import io.videogen.core.download.DownloadSettings;
import io.videogen.core.download.Downloader;
import io.videogen.core.http.Endpoint;
import io.videogen.core.http.HttpSettings;
import io.videogen.core.http.HttpTransport;
import io.videogen.it.bench.Times;
import io.videogen.preview.clip.CannedClipPainter;
import io.videogen.preview.clip.ClipSize;
import io.videogen.preview.clip.ClipSpec;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Compares a verified download with curl, and with curl followed by sha256sum, from the same loopback server to the same
 * disk, in a JVM with a small heap. All sides flush to disk.
 *
 * <p>Arguments: folder on the disk to measure, bytes, rounds.
 */
public final class DownloadRounds {

    private final Path folder;
    private final long bytes;
    private final int rounds;
    private final ServerSocketChannel server;

    private DownloadRounds(Path folder, long bytes, int rounds) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.bytes = bytes;
        this.rounds = rounds;
        this.server = ServerSocketChannel.open().bind(new InetSocketAddress("127.0.0.1", 0));
    }

    public static void main(String[] arguments) throws Exception {
        DownloadRounds rounds =
                new DownloadRounds(Path.of(arguments[0]), Long.parseLong(arguments[1]), Integer.parseInt(arguments[2]));
        System.out.println(rounds.run());
        System.exit(0);
    }

    private ObjectNode run() throws Exception {
        writeClip("whole.mp4", bytes);
        writeClip("eighth.mp4", bytes / 8);
        Thread acceptor = new Thread(this::serve, "server");
        acceptor.setDaemon(true);
        acceptor.start();
        List<Double> curl = new ArrayList<>();
        List<Double> curlAndSum = new ArrayList<>();
        List<Double> own = new ArrayList<>();
        List<Double> digest = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            curl.add(Times.seconds(() -> curl(false)));
            curlAndSum.add(Times.seconds(() -> curl(true)));
            own.add(Times.seconds(() -> download("whole.mp4", "own.part")));
            digest.add(Times.seconds(this::digestInMemory));
            System.out.printf(
                    Locale.ROOT,
                    "round %d: curl %.2f s, curl + sha256sum %.2f s, verified download %.2f s, SHA-256 alone %.2f s%n",
                    round + 1,
                    curl.get(round),
                    curlAndSum.get(round),
                    own.get(round),
                    digest.get(round));
        }
        ObjectNode json = JsonMapper.builder().build().createObjectNode();
        curl.forEach(json.withArray("/curl")::add);
        curlAndSum.forEach(json.withArray("/curlThenSha256sum")::add);
        own.forEach(json.withArray("/download")::add);
        digest.forEach(json.withArray("/sha256")::add);
        resetPeak();
        json.put("eightOfAnEighthAtOnceSeconds", Times.seconds(this::eightAtOnce));
        json.put("eightAtOncePeakHeapBytes", peak());
        json.put("maxHeapBytes", Runtime.getRuntime().maxMemory());
        return json;
    }

    private void writeClip(String name, long mediaBytes) throws IOException {
        ClipSpec spec = ClipSpec.of("benchmark", "sora-2", new ClipSize(1280, 720), 4);
        new CannedClipPainter(mediaBytes).paint(spec, folder.resolve(name));
    }

    private void serve() {
        while (true) {
            try {
                SocketChannel client = server.accept();
                Thread thread = new Thread(() -> answer(client), "server-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void answer(SocketChannel client) {
        try (client) {
            ByteBuffer request = ByteBuffer.allocate(8192);
            while (!new String(request.array(), 0, request.position(), StandardCharsets.ISO_8859_1)
                    .contains("\r\n\r\n")) {
                if (client.read(request) < 0) {
                    return;
                }
            }
            String name = new String(request.array(), StandardCharsets.ISO_8859_1).split("[ /]+")[1];
            send(client, folder.resolve(name));
        } catch (IOException e) {
            System.err.println("server: " + e);
        }
    }

    private static void send(SocketChannel client, Path clip) throws IOException {
        try (FileChannel file = FileChannel.open(clip)) {
            long length = file.size();
            client.write(ByteBuffer.wrap(("HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\nETag: \"benchmark\"\r\n"
                            + "Connection: close\r\nContent-Length: " + length + "\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1)));
            for (long at = 0; at < length; ) {
                at += file.transferTo(at, Math.min(4 << 20, length - at), client);
            }
        }
    }

    private Void curl(boolean sum) throws Exception {
        Path target = folder.resolve("curl.mp4");
        Files.deleteIfExists(target);
        command("curl", "-s", "-S", "-o", target.toString(), uri("/whole.mp4").toString());
        try (FileChannel channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        if (sum) {
            command("sha256sum", target.toString());
        }
        Files.delete(target);
        return null;
    }

    private Void download(String served, String name) throws Exception {
        Path target = folder.resolve(name);
        Endpoint endpoint = Endpoint.parse(uri("").toString(), false);
        try (HttpTransport transport = new HttpTransport(HttpSettings.defaults())) {
            Downloader downloader = new Downloader(
                    transport, endpoint, Optional.empty(), DownloadSettings.defaults(), Clock.systemUTC());
            ArtifactLocation location = new ArtifactLocation(uri("/" + served), true, OptionalLong.empty());
            DownloadOutcome outcome = downloader.fetch(location, ArtifactKind.VIDEO, target, Duration.ofHours(1));
            if (!(outcome instanceof DownloadOutcome.Complete)) {
                throw new IllegalStateException(outcome.toString());
            }
        }
        Files.delete(target);
        return null;
    }

    private Void eightAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Void>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String name = "own-" + i + ".part";
            all.add(threads.submit(() -> download("eighth.mp4", name)));
        }
        for (Future<Void> one : all) {
            one.get();
        }
        threads.shutdown();
        return null;
    }

    private Void digestInMemory() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] buffer = new byte[256 << 10];
        Arrays.fill(buffer, (byte) 7);
        for (long done = 0; done < bytes; done += buffer.length) {
            digest.update(buffer, 0, (int) Math.min(buffer.length, bytes - done));
        }
        digest.digest();
        return null;
    }

    private URI uri(String path) throws IOException {
        return URI.create("http://127.0.0.1:" + ((InetSocketAddress) server.getLocalAddress()).getPort() + path);
    }

    private static void command(String... words) throws Exception {
        int status = new ProcessBuilder(words)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
        if (status != 0) {
            throw new IllegalStateException(words[0] + " ended with " + status);
        }
    }

    private static void resetPeak() {
        System.gc();
        heaps().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static long peak() {
        return heaps().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }

    private static List<MemoryPoolMXBean> heaps() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }
}
