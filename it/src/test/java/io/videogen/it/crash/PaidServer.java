package io.videogen.it.crash;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.videogen.preview.PreviewServer;
import io.videogen.preview.http.RecordedRequest;
import io.videogen.preview.http.Reply;
import io.videogen.preview.script.Fault;
import io.videogen.preview.script.Operation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The remote side: counts what each video has cost, and kills a process at the request that was chosen. */
final class PaidServer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Marks what the test itself asks: no trap is sprung by that. */
    private static final String OWN = "x-own";

    private final HttpClient http = HttpClient.newHttpClient();
    private final PreviewServer server;
    private final Map<String, List<String>> jobsByPrompt = new ConcurrentHashMap<>();
    private final Map<String, String> digests = new ConcurrentHashMap<>();
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final Map<Operation, Semaphore> handled = new ConcurrentHashMap<>();
    private volatile Trap trap;

    PaidServer() throws IOException {
        server = PreviewServer.builder().clock(new ShiftedClock()).start();
        server.script().pollsUntilDone(2);
        for (Operation operation : Operation.values()) {
            server.script().on(operation, (request, handling) -> around(operation, request, handling));
        }
    }

    URI endpoint() {
        return URI.create(server.baseUrl());
    }

    PreviewServer preview() {
        return server;
    }

    /** Ids of the jobs made for a prompt, each of which would have been paid. */
    List<String> jobs(String prompt) {
        return jobsByPrompt.getOrDefault(prompt, List.of());
    }

    /** Waits until so many requests of a kind were handled. */
    boolean await(Operation operation, int requests) throws InterruptedException {
        return handled(operation).tryAcquire(requests, 2, TimeUnit.MINUTES);
    }

    /** Lets time pass for the jobs. */
    void pass(Duration time) {
        ahead.updateAndGet(time::plus);
    }

    void set(Trap next) {
        trap = next;
    }

    void disarm() {
        trap = null;
    }

    /** SHA-256 of a job's clip, which is asked for once: it does not change. */
    String digest(String jobId) throws IOException, InterruptedException {
        String known = digests.get(jobId);
        if (known == null) {
            known = Delivered.sha256(get("/v1/videos/" + jobId + "/content").body());
            digests.put(jobId, known);
        }
        return known;
    }

    HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(server.baseUrl() + path))
                        .header(OWN, "yes")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private Reply around(Operation operation, RecordedRequest request, Fault.Handling handling) throws Exception {
        Trap set = request.header(OWN).isPresent() ? null : trap;
        if (set == null || !set.springs()) {
            return handle(operation, request, handling);
        }
        switch (set.moment().where()) {
            case BEFORE_HANDLING -> {
                set.kill();
                return handle(operation, request, handling);
            }
            case INSTEAD_OF_HANDLING -> {
                set.kill();
                return Reply.text(503, "text/plain", "");
            }
            case BEFORE_REPLY -> {
                Reply reply = handle(operation, request, handling);
                set.kill();
                return reply;
            }
            case WITHIN_REPLY -> {
                Reply reply = handle(operation, request, handling);
                int half = (int) Math.max(1, reply.body().length() / 2);
                set.killLater(10);
                return reply.delivered(reply.delivery().dripped(half, Duration.ofMillis(100)));
            }
            default -> {
                Reply reply = handle(operation, request, handling);
                set.killLater(set.moment().millis());
                return reply;
            }
        }
    }

    private Reply handle(Operation operation, RecordedRequest request, Fault.Handling handling) throws Exception {
        Reply reply = handling.handle();
        handled(operation).release();
        if (operation == Operation.CREATE && reply.status() == 200) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            reply.body().writeTo(body);
            jobsByPrompt
                    .computeIfAbsent(request.fields().get("prompt"), prompt -> new CopyOnWriteArrayList<>())
                    .add(JSON.readTree(body.toByteArray()).path("id").asText());
        }
        return reply;
    }

    private Semaphore handled(Operation operation) {
        return handled.computeIfAbsent(operation, ignored -> new Semaphore(0));
    }

    /** The system's clock, ahead by what has been let pass. */
    private final class ShiftedClock extends Clock {
        @Override
        public Instant instant() {
            return Instant.now().plus(ahead.get());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    static void killLater(Process victim, long millis) {
        CompletableFuture.runAsync(
                victim::destroyForcibly, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS));
    }

    @Override
    public void close() {
        server.close();
    }
}
