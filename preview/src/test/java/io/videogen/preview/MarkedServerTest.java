package io.videogen.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class MarkedServerTest {

    @Test
    void aMarkedServerSaysInEachJobIdThatItIsAPreview() throws Exception {
        try (PreviewServer server = PreviewServer.builder().marked().start()) {
            assertThat(create(server))
                    .as("short, because people read it in their log")
                    .containsPattern("\"id\":\"" + PreviewServer.JOB_MARK + "[0-9a-f]{10}\"")
                    .as("no model that nobody asked for")
                    .doesNotContain("sora");
        }
    }

    @Test
    void aMarkedServerSaysSoBeforeAnythingIsSentToIt() throws Exception {
        try (PreviewServer marked = PreviewServer.builder().marked().start();
                PreviewServer other = PreviewServer.canned()) {
            assertThat(identity(marked)).isEqualTo("videogen-preview");
            assertThat(identity(other)).isNotEqualTo("videogen-preview");
            assertThat(other.requests()).as("not a request to the API").isEmpty();
        }
    }

    @Test
    void aServerForTestsLooksLikeTheRealOne() throws Exception {
        try (PreviewServer server = PreviewServer.canned()) {
            assertThat(create(server)).contains("\"id\":\"video_");
        }
    }

    private static String identity(PreviewServer server) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.baseUrl() + PreviewServer.IDENTITY))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    private static String create(PreviewServer server) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.baseUrl() + "/v1/videos"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"prompt\":\"A cat\"}"))
                .build();
        HttpResponse<String> reply = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        return reply.body();
    }
}
