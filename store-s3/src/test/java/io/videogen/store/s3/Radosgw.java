package io.videogen.store.s3;

import io.videogen.core.shared.AccessKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Ceph of one monitor, one store in memory and one gateway, all in one folder; needs root and Debian's packages
 * radosgw, ceph-mon, ceph-osd and ceph-common. Access key {@code key}, secret {@code secret}.
 */
public final class Radosgw implements AutoCloseable {

    private final Path home;
    private final String endpoint;

    private Radosgw(Path home, String endpoint) {
        this.home = home;
        this.endpoint = endpoint;
    }

    /** Starts one, which takes a quarter of a minute. */
    public static Radosgw start(Path home) throws IOException, InterruptedException {
        String port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = Integer.toString(free.getLocalPort());
        }
        Path script = home.resolve("start.sh");
        try (var in = Radosgw.class.getResourceAsStream("/radosgw.sh")) {
            Files.write(script, in.readAllBytes());
        }
        Path log = home.resolve("start.log");
        Process process = new ProcessBuilder(List.of("bash", script.toString(), "start", home.toString(), port))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Radosgw started = new Radosgw(home, "http://127.0.0.1:" + port);
        if (!process.waitFor(3, TimeUnit.MINUTES) || process.exitValue() != 0) {
            started.close();
            throw new IllegalStateException("radosgw does not start: " + Files.readString(log));
        }
        return started;
    }

    public String endpoint() {
        return endpoint;
    }

    /** A store in a new bucket, as users write it. */
    public String location(String bucket, String prefix) {
        Servers.createBucket(endpoint, bucket, new AccessKeys("key", "secret"));
        return "s3://" + bucket + "/" + prefix + "?endpoint=" + endpoint + "&pathStyle=true";
    }

    @Override
    public void close() throws IOException {
        try {
            new ProcessBuilder("bash", home.resolve("start.sh").toString(), "stop", home.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(home.resolve("stop.log").toFile())
                    .start()
                    .waitFor(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
