package io.videogen.it.bench.distance;

import io.videogen.preview.PreviewServer;
import io.videogen.preview.http.RecordedRequest;
import io.videogen.preview.script.Fault;
import io.videogen.preview.script.Faults;
import io.videogen.preview.script.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * An API as a real one is met: over TLS 1.3, a round trip of 150 ms away, 300 ms to think about each request, and one
 * question in a hundred for how a job stands refused as too many.
 */
final class FarServer implements AutoCloseable {

    private static final Duration ROUND_TRIP = Duration.ofMillis(150);
    private static final Duration THINKING = Duration.ofMillis(300);
    private static final int ONE_REFUSED_OF = 100;
    /** Of no address of this machine: what is asked of such alone would be counted too. */
    private static final String HOST = "far.test";

    private final PreviewServer server;
    private final TlsFront tls;
    private final DelayLine line;
    private final Path names;
    /**
     * Drawn, not counted: with a hundred clients in step every hundredth question was the same job's each time, and
     * openai-java gave up after its third refusal. The seed is fixed, so that each run refuses alike.
     */
    private final Random refused = new Random(429);

    /** @param renderTime how long a job runs, by its prompt */
    FarServer(Path folder, Function<String, Duration> renderTime) throws Exception {
        server = PreviewServer.canned();
        names = Files.writeString(folder.resolve("hosts"), "127.0.0.1 localhost " + HOST + "\n");
        tls = new TlsFront(folder, HOST, server.port());
        line = new DelayLine(tls.address(), ROUND_TRIP);
        server.script().renderTime(renderTime);
        Fault thinking = Faults.delay(THINKING);
        Fault refusal = thinking.and(Faults.status(429, "1"));
        for (Operation operation : List.of(Operation.STATUS, Operation.LIST)) {
            server.script().on(operation, Integer.MAX_VALUE, request -> refused.nextInt(ONE_REFUSED_OF) == 0, refusal);
        }
        for (Operation operation : Operation.values()) {
            server.script().on(operation, thinking);
        }
    }

    String url() {
        return "https://" + HOST + ":" + line.port();
    }

    /** What lets a JVM find and trust this server: its own settings, of which the product knows nothing. */
    List<String> options() {
        List<String> options = new ArrayList<>(tls.trust());
        options.add("-Djdk.net.hosts.file=" + names);
        return options;
    }

    int jobs() {
        return server.jobsCreated();
    }

    int connections() {
        return line.connections();
    }

    long requests() {
        return server.count("POST") + server.count("GET");
    }

    /** What the latest requests were for. */
    Map<String, Long> kinds(long latest) {
        Map<String, Long> kinds = new TreeMap<>();
        List<RecordedRequest> all = server.requests();
        all.subList((int) Math.max(0, all.size() - latest), all.size())
                .forEach(request -> kinds.merge(kind(request), 1L, Long::sum));
        return kinds;
    }

    private static String kind(RecordedRequest request) {
        if (request.method().equals("POST")) {
            return "creates";
        }
        if (request.path().endsWith("/content")) {
            return request.parameter("variant").isPresent() ? "thumbnails" : "clips";
        }
        return request.path().endsWith("/videos") ? "lists" : "statuses";
    }

    @Override
    public void close() throws IOException {
        line.close();
        tls.close();
        server.close();
    }
}
