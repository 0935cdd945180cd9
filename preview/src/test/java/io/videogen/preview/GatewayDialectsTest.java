package io.videogen.preview;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.videogen.preview.api.Api;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class GatewayDialectsTest {
    private static PreviewServer server(Api api) throws Exception {
        return PreviewServer.builder().api(api).start();
    }

    @Test
    void newApiAnswersInItsEnvelopeWhateverTheServersApi() throws Exception {
        try (PreviewServer server = server(Api.OPENAI)) {
            Client client = new Client(server);
            JsonNode created = client.postJson(
                    "/v1/video/generations",
                    "{\"model\":\"kling-v1\",\"prompt\":\"宇航员\",\"size\":\"1920x1080\",\"duration\":5,\"n\":2,"
                            + "\"metadata\":{\"seed\":1}}");
            assertThat(created.path("task_id")).isEqualTo(created.path("id"));
            JsonNode data = client.getJson(
                            "/v1/video/generations/" + created.path("id").textValue())
                    .path("data");
            assertThat(data.path("status").textValue()).isEqualTo("SUCCESS");
            assertThat(data.path("urls").size()).isEqualTo(2);
            byte[] first = client.get(data.at("/urls/0").textValue()).body();
            byte[] second = client.get(data.at("/urls/1").textValue()).body();
            assertThat(first).isNotEqualTo(second);
        }
    }

    @Test
    void newApiRefusesWhatItsServersCannotDecode() throws Exception {
        try (PreviewServer server = server(Api.NEW_API)) {
            Client client = new Client(server);
            String path = "/v1/video/generations";
            assertThat(client.postJson(path, "{\"prompt\":\"a\"}").path("code").textValue())
                    .isEqualTo("missing_model");
            assertThat(client.post(path, "{\"model\":\"m\",\"prompt\":\"a\",\"seconds\":5}")
                            .statusCode())
                    .isEqualTo(400);
            assertThat(client.post(path, "{\"model\":\"m\",\"prompt\":\"a\",\"input_reference\":[\"u\"]}")
                            .statusCode())
                    .isEqualTo(400);
            HttpResponse<byte[]> unknown = client.get(path + "/task_x");
            assertThat(unknown.statusCode()).isEqualTo(400);
            assertThat(Client.json(unknown).path("code").textValue()).isEqualTo("task_not_exist");
        }
    }

    @Test
    void yishangyunAnswersTaskIdsIsoTimesAndUrls() throws Exception {
        try (PreviewServer server = server(Api.YISHANGYUN)) {
            server.script().pollsUntilDone(2);
            Client client = new Client(server);
            JsonNode created = client.postJson(
                    "/v1/videos",
                    "{\"model\":\"sora-2\",\"prompt\":\"a\",\"size\":\"720x1280\",\"seconds\":\"5\","
                            + "\"input_reference\":[\"https://example.com/a.jpg\"]}");
            assertThat(created.has("id")).isFalse();
            String path = "/v1/videos/" + created.path("task_id").textValue();
            JsonNode running = client.getJson(path);
            assertThat(running.path("status").textValue()).isEqualTo("processing");
            assertThat(running.path("progress").intValue()).isEqualTo(50);
            JsonNode done = client.getJson(path);
            assertThat(done.path("created_at").textValue()).endsWith("Z");
            assertThat(client.get(done.path("video_url").textValue()).body())
                    .hasSize(done.path("file_size").intValue());
            assertThat(client.get(done.path("thumbnail_url").textValue()).body())
                    .startsWith(0xff, 0xd8);
            assertThat(client.getJson("/v1/videos/none").at("/error/code").textValue())
                    .isEqualTo("task_not_found");
            assertThat(client.postJson("/v1/videos", "{\"model\":\"m\"}")
                            .at("/error/message")
                            .textValue())
                    .isEqualTo("prompt field is required");
        }
    }

    @Test
    void lconaiChecksItsOwnFields() throws Exception {
        try (PreviewServer server = server(Api.LCONAI)) {
            Client client = new Client(server);
            assertThat(lconai(client, "\"size\":\"1024x1792\"")).contains("only available for sora-2-pro");
            assertThat(lconai(client, "\"character_url\":\"https://a/b.mp4\"")).contains("together");
            assertThat(lconai(client, "\"character_url\":\"u\",\"character_timestamps\":\"1,5\""))
                    .contains("1 to 3 seconds apart");
            assertThat(lconai(client, "\"watermark\":\"yes\"")).contains("expected a boolean");
            assertThat(lconai(
                            client,
                            "\"watermark\":false,\"private\":true,"
                                    + "\"character_url\":\"u\",\"character_timestamps\":\"1.5,3.5\""))
                    .isEmpty();
        }
    }

    private static String lconai(Client client, String fields) throws Exception {
        HttpResponse<byte[]> reply =
                client.post("/v1/videos", "{\"model\":\"sora-2\",\"prompt\":\"a\"," + fields + "}");
        JsonNode error = Client.json(reply).path("error");
        assertThat(error.path("code").intValue()).isEqualTo(reply.statusCode() == 200 ? 0 : 400);
        return error.path("message").asText("");
    }
}
