package io.videogen.preview;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.mp4.Mp4Directory;
import com.drew.metadata.mp4.media.Mp4VideoDirectory;
import com.fasterxml.jackson.databind.JsonNode;
import io.videogen.preview.http.UploadedFile;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenAiServerTest {
    private PreviewServer server;
    private Client client;

    @BeforeEach
    void start() throws Exception {
        server = PreviewServer.canned();
        client = new Client(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void createPollAndDownloadGiveAClipOfTheAskedSizeAndDuration() throws Exception {
        JsonNode created = client.postJson(
                "/v1/videos", "{\"prompt\":\"一只猫 🐈\",\"model\":\"m\",\"seconds\":\"8\",\"size\":\"720x1280\"}");
        assertThat(created.path("status").textValue()).isEqualTo("queued");
        assertThat(created.path("object").textValue()).isEqualTo("video");
        assertThat(created.path("seconds").textValue()).isEqualTo("8");
        String path = "/v1/videos/" + created.path("id").textValue();

        JsonNode done = client.getJson(path);
        assertThat(done.path("status").textValue()).isEqualTo("completed");
        assertThat(done.path("prompt").textValue()).isEqualTo("一只猫 🐈");
        assertThat(done.size()).isEqualTo(13);

        HttpResponse<byte[]> clip = client.get(path + "/content");
        assertThat(clip.headers().firstValue("content-type")).hasValue("video/mp4");
        assertThat(clip.headers().firstValue("content-length")).hasValue(String.valueOf(clip.body().length));
        Metadata metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(clip.body()));
        Mp4VideoDirectory video = metadata.getFirstDirectoryOfType(Mp4VideoDirectory.class);
        assertThat(video.getInt(Mp4VideoDirectory.TAG_WIDTH)).isEqualTo(720);
        assertThat(video.getInt(Mp4VideoDirectory.TAG_HEIGHT)).isEqualTo(1280);
        Mp4Directory movie = metadata.getFirstDirectoryOfType(Mp4Directory.class);
        assertThat(movie.getDouble(Mp4Directory.TAG_DURATION_SECONDS)).isEqualTo(8.0);
        assertThat(server.count("POST")).isEqualTo(1);
    }

    @Test
    void multipartWithAnImageIsReadInUtf8() throws Exception {
        String body = """
                --bx\r
                Content-Disposition: form-data; name="prompt"\r
                \r
                牛马起飞\r
                --bx\r
                Content-Disposition: form-data; name=seconds;\r
                Content-Type: text/plain\r
                \r
                5.2\r
                --bx\r
                Content-Disposition: form-data; name="input_reference"; filename="a\\"b 图.png"\r
                Content-Type: image/png\r
                \r
                \r
                --b\r-\r
                --bx--\r
                """;
        HttpResponse<byte[]> created = client.send(
                "POST", "/v1/videos", "multipart/form-data; boundary=\"bx\"", body.getBytes(StandardCharsets.UTF_8));
        assertThat(created.statusCode()).isEqualTo(200);
        assertThat(Client.json(created).path("prompt").textValue()).isEqualTo("牛马起飞");
        assertThat(Client.json(created).path("seconds").textValue()).isEqualTo("5.2");
        UploadedFile file = server.requests().get(0).files().get(0);
        assertThat(file.fileName()).isEqualTo("a\"b 图.png");
        assertThat(file.bytes()).isEqualTo("\r\n--b\r-".length());
    }

    @Test
    void aFilePartNeedsAFileNameAndAnImageType() throws Exception {
        assertThat(reference("Content-Disposition: form-data; name=\"input_reference\"\r\nContent-Type: image/png"))
                .isEqualTo("Invalid type for 'input_reference': expected a file, but got a string instead.");
        assertThat(reference("Content-Disposition: form-data; name=\"input_reference\"; filename=\"a.png\"\r\n"
                        + "Content-Type: application/octet-stream"))
                .contains("unsupported mimetype ('application/octet-stream')");
    }

    private String reference(String headers) throws Exception {
        String body = "--b\r\nContent-Disposition: form-data; name=\"prompt\"\r\n\r\ncat\r\n--b\r\n" + headers
                + "\r\n\r\nPNG\r\n--b--\r\n";
        HttpResponse<byte[]> reply = client.send(
                "POST", "/v1/videos", "multipart/form-data; boundary=b", body.getBytes(StandardCharsets.UTF_8));
        assertThat(reply.statusCode()).isEqualTo(400);
        return Client.json(reply).at("/error/message").textValue();
    }

    @Test
    void badRequestsAreRefusedInOpenAisShape() throws Exception {
        assertRefused("{}", "prompt", "Missing required parameter: 'prompt'.");
        assertRefused("{\"prompt\":\"  \"}", "prompt", "Missing required parameter: 'prompt'.");
        assertRefused("{\"prompt\":5}", "prompt", "expected a string, but got an integer");
        assertRefused("{\"prompt\":\"a\",\"seconds\":4}", "seconds", "expected a string, but got an integer");
        assertRefused("{\"prompt\":\"a\",\"seconds\":\"61\"}", "seconds", "draws 1 to 60 seconds");
        assertRefused("{\"prompt\":\"a\",\"size\":\"8x8\"}", "size", "16 to 3840");
        assertRefused("{\"prompt\":\"a\",\"size\":\"big\"}", "size", "\"big\" is not understood");
        assertRefused("{\"prompt\":\"a\",\"input_reference\":\"x\"}", "input_reference", "expected an object");
        assertRefused("{\"prompt\":\"a\"", null, "could not parse the JSON body");
        assertRefused("[]", null, "not an object");
        assertThat(server.jobsCreated()).isZero();
    }

    private void assertRefused(String json, String parameter, String message) throws Exception {
        HttpResponse<byte[]> reply = client.post("/v1/videos", json);
        assertThat(reply.statusCode()).isEqualTo(400);
        JsonNode error = Client.json(reply).path("error");
        assertThat(error.path("message").textValue()).contains(message);
        assertThat(error.path("param").textValue()).isEqualTo(parameter);
        assertThat(error.path("type").textValue()).isEqualTo("invalid_request_error");
    }

    @Test
    void listPagesThroughTheJobsNewestFirst() throws Exception {
        for (String prompt : new String[] {"a", "b", "c"}) {
            client.post("/v1/videos", "{\"prompt\":\"" + prompt + "\"}");
        }
        JsonNode first = client.getJson("/v1/videos?limit=2");
        assertThat(first.at("/data/0/prompt").textValue()).isEqualTo("c");
        assertThat(first.path("has_more").booleanValue()).isTrue();
        JsonNode second = client.getJson(
                "/v1/videos?limit=2&after=" + first.path("last_id").textValue());
        assertThat(second.at("/data/0/prompt").textValue()).isEqualTo("a");
        assertThat(second.path("has_more").booleanValue()).isFalse();
        assertThat(client.getJson("/v1/videos?order=asc").at("/data/0/prompt").textValue())
                .isEqualTo("a");
        assertThat(client.get("/v1/videos?limit=101").statusCode()).isEqualTo(400);
    }

    @Test
    void aDeletedVideoIsGone() throws Exception {
        String path = "/v1/videos/"
                + client.postJson("/v1/videos", "{\"prompt\":\"a\"}").path("id").textValue();
        client.get(path);
        JsonNode deleted = Client.json(client.send("DELETE", path, "", new byte[0]));
        assertThat(deleted.path("deleted").booleanValue()).isTrue();
        assertThat(client.get(path).statusCode()).isEqualTo(404);
        assertThat(client.get(path + "/content").statusCode()).isEqualTo(404);
    }

    @Test
    void downloadsCanBeResumedAndThumbnailsHad() throws Exception {
        String path = "/v1/videos/"
                + client.postJson("/v1/videos", "{\"prompt\":\"a\"}").path("id").textValue();
        client.getJson(path);
        HttpResponse<byte[]> whole = client.get(path + "/content");
        String tag = whole.headers().firstValue("etag").orElseThrow();
        HttpResponse<byte[]> rest = client.get(path + "/content", "Range", "bytes=100-", "If-Range", tag);
        assertThat(rest.statusCode()).isEqualTo(206);
        assertThat(rest.headers().firstValue("content-range"))
                .hasValue("bytes 100-" + (whole.body().length - 1) + "/" + whole.body().length);
        assertThat(rest.body()).hasSize(whole.body().length - 100);
        assertThat(client.get(path + "/content", "Range", "bytes=100-", "If-Range", "\"x\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.get(path + "/content", "Range", "bytes=999999-").statusCode())
                .isEqualTo(416);
        HttpResponse<byte[]> picture = client.get(path + "/content?variant=thumbnail");
        assertThat(picture.headers().firstValue("content-type")).hasValue("image/jpeg");
        assertThat(picture.body()).startsWith(0xff, 0xd8);
    }

    @Test
    void aRequiredTokenIsChecked() throws Exception {
        server.script().requireToken("secret");
        assertThat(client.get("/v1/videos").statusCode()).isEqualTo(401);
        HttpResponse<byte[]> wrong = client.get("/v1/videos", "Authorization", "Bearer wrong");
        assertThat(Client.json(wrong).at("/error/code").textValue()).isEqualTo("invalid_api_key");
        assertThat(client.get("/v1/videos", "Authorization", "Bearer secret").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aPathPrefixIsAGateways() throws Exception {
        JsonNode created = client.postJson("/team/a/v1/videos", "{\"prompt\":\"a\"}");
        assertThat(client.get("/team/a/v1/videos/" + created.path("id").textValue())
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.get("/v1//videos").statusCode()).isEqualTo(404);
    }
}
