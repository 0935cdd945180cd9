package io.videogen.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.videogen.preview.script.Faults;
import io.videogen.preview.script.Operation;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScriptTest {
    private static final String JOB = "{\"prompt\":\"cat\"}";

    private final HandClock clock = new HandClock();
    private PreviewServer server;
    private Client client;

    @BeforeEach
    void start() throws Exception {
        server = PreviewServer.builder().clock(clock).start();
        client = new Client(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String create(String prompt) throws Exception {
        JsonNode created = client.postJson("/v1/videos", "{\"prompt\":\"" + prompt + "\"}");
        return "/v1/videos/" + created.path("id").textValue();
    }

    private JsonNode status(String path) throws Exception {
        return client.getJson(path);
    }

    @Test
    void theClockMovesAJobFromQueuedToCompleted() throws Exception {
        server.script().queueTime(Duration.ofSeconds(10)).renderTime(Duration.ofSeconds(100));
        String path = create("cat");
        assertThat(status(path).path("status").textValue()).isEqualTo("queued");
        clock.now = clock.now.plusSeconds(35);
        assertThat(status(path).path("status").textValue()).isEqualTo("in_progress");
        assertThat(status(path).path("progress").intValue()).isEqualTo(25);
        assertThat(client.get(path + "/content").statusCode()).isEqualTo(400);
        clock.now = clock.now.plusSeconds(75);
        JsonNode done = status(path);
        assertThat(done.path("status").textValue()).isEqualTo("completed");
        clock.now = clock.now.plusSeconds(75);
        assertThat(status(path)).isEqualTo(done);
    }

    @Test
    void jobsFailOrNeverFinishByTheirPrompt() throws Exception {
        server.script().failJobs("dog", "moderation_blocked", "blocked").neverFinish("snail");
        JsonNode failed = status(create("a dog"));
        assertThat(failed.path("status").textValue()).isEqualTo("failed");
        assertThat(failed.at("/error/code").textValue()).isEqualTo("moderation_blocked");
        String endless = create("a snail");
        clock.now = clock.now.plus(Duration.ofDays(9));
        assertThat(status(endless).path("status").textValue()).isEqualTo("in_progress");
        assertThat(status(create("a cat")).path("status").textValue()).isEqualTo("completed");
    }

    @Test
    void faultsApplyToTheNextRequestsOfTheirKind() throws Exception {
        server.script().on(Operation.CREATE, 2, Faults.status(503, "7"));
        assertThat(client.post("/v1/videos", JOB).headers().firstValue("retry-after"))
                .hasValue("7");
        assertThat(client.get("/v1/videos").statusCode()).isEqualTo(200);
        assertThat(client.post("/v1/videos", JOB).statusCode()).isEqualTo(503);
        assertThat(client.post("/v1/videos", JOB).statusCode()).isEqualTo(200);
        assertThat(server.count("POST")).isEqualTo(3);
        assertThat(server.jobsCreated()).isEqualTo(1);
    }

    @Test
    void droppedConnectionsTellBeforeFromAfter() {
        server.script().on(Operation.CREATE, 1, Faults.dropBefore()).on(Operation.CREATE, 1, Faults.dropAfter());
        assertThatThrownBy(() -> client.post("/v1/videos", JOB)).isInstanceOf(IOException.class);
        assertThat(server.jobsCreated()).isZero();
        assertThatThrownBy(() -> client.post("/v1/videos", JOB)).isInstanceOf(IOException.class);
        assertThat(server.jobsCreated()).isEqualTo(1);
    }

    @Test
    void repliesCanBeSpoiledTogether() throws Exception {
        server.script()
                .on(
                        Operation.CREATE,
                        1,
                        Faults.chunked().and(Faults.drip(16, Duration.ZERO)).and(Faults.gzip()))
                .on(Operation.CREATE, 1, Faults.truncate(5))
                .on(Operation.CREATE, 1, Faults.garbage(1, 64))
                .on(Operation.CREATE, 1, Faults.hugeJson(200, 1 << 20))
                .on(Operation.CREATE, 1, Faults.deepJson(200, 1000))
                .on(Operation.CREATE, 1, Faults.redirectLoop());
        HttpResponse<byte[]> chunked = client.post("/v1/videos", JOB);
        assertThat(chunked.headers().firstValue("content-length")).isEmpty();
        assertThat(chunked.headers().firstValue("content-encoding")).hasValue("gzip");
        assertThatThrownBy(() -> client.post("/v1/videos", JOB)).isInstanceOf(IOException.class);
        assertThat(client.post("/v1/videos", JOB).body()).hasSize(64);
        assertThat(client.post("/v1/videos", JOB).body().length).isGreaterThan(1 << 20);
        assertThat(client.post("/v1/videos", JOB).body()).hasSize(2000);
        assertThat(client.post("/v1/videos", JOB).headers().firstValue("location"))
                .hasValue("/v1/videos");
    }

    @Test
    void closingTheServerEndsRepliesThatHang() throws Exception {
        server.script().on(Operation.LIST, Faults.hangBefore());
        Thread closer = new Thread(() -> {
            while (server.requests().isEmpty()) {
                Thread.onSpinWait();
            }
            server.close();
        });
        closer.start();
        assertThatThrownBy(() -> client.get("/v1/videos")).isInstanceOf(IOException.class);
        closer.join();
    }

    @Test
    void aTakenPortIsNamed() {
        assertThatThrownBy(() -> PreviewServer.builder().port(server.port()).start())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("\"" + server.port() + "\"")
                .hasMessageContaining("choose another port");
    }

    private static final class HandClock extends Clock {
        private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
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
}
