package io.videogen.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.videogen.preview.api.Api;
import io.videogen.preview.http.Percent;
import io.videogen.preview.script.ReplyMode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplyModeTest {
    private static final String JOB = "{\"prompt\":\"cat\",\"model\":\"m\",\"seconds\":\"4\"}";

    private PreviewServer server;
    private Client client;

    @BeforeEach
    void start() throws Exception {
        server = PreviewServer.builder()
                .clock(Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC))
                .start();
        client = new Client(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** Creates a job in a mode and gives its path. */
    private String create(ReplyMode mode) throws Exception {
        server.script().mode(mode);
        JsonNode created = client.postJson("/v1/videos", JOB);
        String id = created.path("id").asText(created.path("task_id").asText());
        return "/v1/videos/" + Percent.encode(id);
    }

    private JsonNode done(ReplyMode mode) throws Exception {
        return client.getJson(create(mode));
    }

    private byte[] download(String url) throws Exception {
        HttpResponse<byte[]> reply = client.get(url);
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(new String(reply.body(), 4, 4, StandardCharsets.ISO_8859_1)).isEqualTo("ftyp");
        return reply.body();
    }

    @Test
    void taskIdOnly() throws Exception {
        server.script().mode(ReplyMode.TASK_ID_ONLY);
        JsonNode created = client.postJson("/v1/videos", JOB);
        assertThat(created.size()).isEqualTo(1);
        JsonNode status = client.getJson("/v1/videos/" + created.path("task_id").textValue());
        assertThat(status.has("id")).isFalse();
        assertThat(status.path("status").textValue()).isEqualTo("completed");
    }

    @Test
    void envelopes() throws Exception {
        JsonNode data = done(ReplyMode.ENVELOPE).path("data");
        assertThat(data.path("status").textValue()).isEqualTo("SUCCESS");
        assertThat(data.path("progress").textValue()).isEqualTo("100%");
        download(data.path("result_url").textValue());

        JsonNode simple = done(ReplyMode.ENVELOPE_SIMPLE).path("data");
        assertThat(simple.path("status").textValue()).isEqualTo("succeeded");
        download(simple.path("url").textValue());

        JsonNode flat = done(ReplyMode.FLAT_UPPER_CASE);
        assertThat(flat.path("status").textValue()).isEqualTo("SUCCESS");
        assertThat(flat.toString()).doesNotContain("http");
        download("/v1/videos/" + flat.path("task_id").textValue() + "/content");
    }

    @Test
    void urlsInOddPlaces() throws Exception {
        download(done(ReplyMode.METADATA_URL).at("/metadata/url").textValue());
        assertThat(done(ReplyMode.LOCALHOST_CONTENT_URL).at("/metadata/url").textValue())
                .startsWith("http://localhost:3000/v1/videos/")
                .endsWith("/content");
        JsonNode failed = done(ReplyMode.FAILURE_TEXT_IN_URL).path("data");
        assertThat(failed.path("status").textValue()).isEqualTo("FAILURE");
        assertThat(failed.path("result_url").textValue()).isEqualTo("the generation failed (scripted)");
        download(done(ReplyMode.URL_IN_FAIL_REASON).at("/data/fail_reason").textValue());
    }

    @Test
    void numbersInOddForms() throws Exception {
        assertThat(done(ReplyMode.PROGRESS_PERCENT).path("progress").textValue())
                .isEqualTo("45%");
        assertThat(done(ReplyMode.PROGRESS_FRACTION).path("progress").doubleValue())
                .isEqualTo(0.45);
        assertThat(done(ReplyMode.TIMES_IN_MILLIS).path("created_at").longValue())
                .isEqualTo(1767323045000L);
        assertThat(done(ReplyMode.TIMES_IN_ISO).path("created_at").textValue()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(done(ReplyMode.SECONDS_FRACTION).path("seconds").doubleValue())
                .isEqualTo(5.2);
        assertThat(done(ReplyMode.ERROR_TEXT).path("error").isTextual()).isTrue();
    }

    @Test
    void successThatIsNone() throws Exception {
        server.script().mode(ReplyMode.OK_ERROR_ON_CREATE);
        assertThat(client.postJson("/v1/videos", JOB).has("error")).isTrue();
        server.script().mode(ReplyMode.OK_HTML_ON_CREATE);
        assertThat(client.post("/v1/videos", JOB).headers().firstValue("content-type"))
                .hasValue("text/html; charset=utf-8");
        assertThat(server.jobsCreated()).isZero();
        assertThat(done(ReplyMode.OK_ERROR_ON_STATUS).path("code").textValue()).isEqualTo("upstream_error");
        String path = create(ReplyMode.OK_HTML_ON_STATUS);
        assertThat(client.get(path).body()).startsWith('<');
        assertThat(client.get(path).body()).startsWith('<');
        assertThat(client.getJson(path).path("status").textValue()).isEqualTo("completed");
    }

    @Test
    void acceptedWithPollingUrl() throws Exception {
        server.script().mode(ReplyMode.ACCEPTED_POLLING_URL);
        HttpResponse<byte[]> created = client.post("/v1/videos", JOB);
        assertThat(created.statusCode()).isEqualTo(202);
        String polling = Client.json(created).path("polling_url").textValue();
        download(client.getJson(URI.create(polling).getRawPath())
                .at("/unsigned_urls/0")
                .textValue());
    }

    @Test
    void statusWords() throws Exception {
        assertThat(done(ReplyMode.UNKNOWN_STATUS).path("status").textValue()).isEqualTo("reticulating_splines");
        assertThat(done(ReplyMode.EXPIRED).path("status").textValue()).isEqualTo("expired");
        assertThat(done(ReplyMode.CANCELLED).path("status").textValue()).isEqualTo("cancelled");
    }

    @Test
    void contentElsewhereOrMislabelled() throws Exception {
        String redirected = create(ReplyMode.CONTENT_REDIRECT);
        client.get(redirected);
        HttpResponse<byte[]> redirect = client.get(redirected + "/content");
        assertThat(redirect.statusCode()).isEqualTo(302);
        String location = redirect.headers().firstValue("location").orElseThrow();
        assertThat(location).startsWith(server.otherOrigin()).doesNotStartWith(server.baseUrl());
        download(location);
        assertThat(server.otherOriginRequests()).hasSize(1);

        String json = create(ReplyMode.CONTENT_JSON);
        client.get(json);
        download(client.getJson(json + "/content").path("video_url").textValue());

        String octets = create(ReplyMode.CONTENT_OCTET_STREAM);
        client.get(octets);
        assertThat(client.get(octets + "/content").headers().firstValue("content-type"))
                .hasValue("application/octet-stream");
    }

    @Test
    void cutDownloads() throws Exception {
        String cut = create(ReplyMode.CONTENT_TRUNCATED);
        client.get(cut);
        assertThatThrownBy(() -> client.get(cut + "/content")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> client.get(cut + "/content", "Range", "bytes=5-"))
                .isInstanceOf(IOException.class);

        String resumable = create(ReplyMode.CONTENT_RESUMABLE);
        client.get(resumable);
        assertThatThrownBy(() -> client.get(resumable + "/content")).isInstanceOf(IOException.class);
        assertThat(client.get(resumable + "/content", "Range", "bytes=5-").statusCode())
                .isEqualTo(206);
    }

    @Test
    void signedUrlExpiresOnce() throws Exception {
        String path = create(ReplyMode.SIGNED_URL_EXPIRED);
        String first = client.getJson(path).path("video_url").textValue();
        assertThat(client.get(first).statusCode()).isEqualTo(403);
        download(client.getJson(path).path("video_url").textValue());
    }

    @Test
    void rateLimitsHitTheFirstCreateAndTheFirstPoll() throws Exception {
        server.script().mode(ReplyMode.RATE_LIMITED_SECONDS);
        HttpResponse<byte[]> refused = client.post("/v1/videos", JOB);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("retry-after")).hasValue("1");
        String path = create(ReplyMode.RATE_LIMITED_SECONDS);
        assertThat(client.get(path).statusCode()).isEqualTo(429);
        assertThat(client.get(path).statusCode()).isEqualTo(200);
        assertThat(server.jobsCreated()).isEqualTo(1);
    }

    @Test
    void retryAfterHasEveryForm() throws Exception {
        assertThat(retryAfter(ReplyMode.RATE_LIMITED_BARE)).isNull();
        assertThat(retryAfter(ReplyMode.RATE_LIMITED_DATE)).isEqualTo("Fri, 2 Jan 2026 03:04:06 GMT");
        assertThat(retryAfter(ReplyMode.RATE_LIMITED_HUGE)).isEqualTo("86400");
    }

    private String retryAfter(ReplyMode mode) throws Exception {
        server.script().mode(mode);
        HttpResponse<byte[]> refused = client.post("/v1/videos", "{\"prompt\":\"" + mode + "\"}");
        assertThat(refused.statusCode()).isEqualTo(429);
        return refused.headers().firstValue("retry-after").orElse(null);
    }

    @Test
    void refusalsBetweenPolls() throws Exception {
        String unauthorized = create(ReplyMode.UNAUTHORIZED_MID_POLL);
        assertThat(client.getJson(unauthorized).path("status").textValue()).isEqualTo("in_progress");
        assertThat(client.get(unauthorized).statusCode()).isEqualTo(401);
        String late = create(ReplyMode.NOT_FOUND_AFTER_CREATE);
        assertThat(client.get(late).statusCode()).isEqualTo(404);
        assertThat(client.get(late).statusCode()).isEqualTo(404);
        assertThat(client.get(late).statusCode()).isEqualTo(200);
    }

    @Test
    void aLostCreateReplyMakesAJob() {
        server.script().mode(ReplyMode.CREATE_REPLY_LOST);
        assertThatThrownBy(() -> client.post("/v1/videos", JOB)).isInstanceOf(IOException.class);
        assertThat(server.jobsCreated()).isEqualTo(1);
    }

    @Test
    void idsThatNeedEscaping() throws Exception {
        for (ReplyMode mode : new ReplyMode[] {ReplyMode.ID_WITH_COLON, ReplyMode.ID_NEEDS_ESCAPING}) {
            String path = create(mode);
            assertThat(client.getJson(path).path("status").textValue()).isEqualTo("completed");
            download(path + "/content");
        }
    }

    @Test
    void strictTextRefusesEncodedWords() throws Exception {
        server.script().mode(ReplyMode.STRICT_TEXT);
        assertThat(client.post("/v1/videos", "{\"prompt\":\"=?utf-8?B?5LiA?=\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(client.post("/v1/videos", "{\"prompt\":\"一\"}").statusCode()).isEqualTo(200);
    }

    @Test
    void gzip() throws Exception {
        server.script().mode(ReplyMode.GZIP);
        HttpResponse<byte[]> created = client.post("/v1/videos", JOB);
        assertThat(created.headers().firstValue("content-encoding")).hasValue("gzip");
        byte[] text = new GZIPInputStream(new ByteArrayInputStream(created.body())).readAllBytes();
        assertThat(new String(text, StandardCharsets.UTF_8)).contains("\"queued\"");
    }

    @Test
    void completedWithoutArtifact() throws Exception {
        String path = create(ReplyMode.COMPLETED_WITHOUT_ARTIFACT);
        assertThat(client.getJson(path).path("status").textValue()).isEqualTo("completed");
        assertThat(client.get(path + "/content").statusCode()).isEqualTo(404);
    }

    @Test
    void openAisObjectWhateverTheApi() throws Exception {
        try (PreviewServer other = PreviewServer.builder().api(Api.YISHANGYUN).start()) {
            other.script().mode(ReplyMode.OPENAI_EXACT);
            assertThat(new Client(other)
                            .postJson("/v1/videos", JOB)
                            .path("object")
                            .textValue())
                    .isEqualTo("video");
        }
    }
}
