package io.videogen.preview.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videogen.preview.PreviewServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FaultProxyTest {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static int post(String base) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/v1/videos"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"prompt\":\"a\"}"))
                .build();
        return HTTP.send(request, BodyHandlers.ofByteArray()).statusCode();
    }

    @Test
    void aResetBeforeMakesNoJobAndAResetAfterMakesOne() throws Exception {
        FaultPlan plan = FaultPlan.inOrder(new ConnectionFault.ResetBefore(), new ConnectionFault.ResetAfter());
        try (PreviewServer server = PreviewServer.canned();
                FaultProxy proxy = new FaultProxy(server.baseUrl(), plan)) {
            assertThatThrownBy(() -> post(proxy.baseUrl())).isInstanceOf(IOException.class);
            assertThat(server.jobsCreated()).isZero();
            assertThatThrownBy(() -> post(proxy.baseUrl())).isInstanceOf(IOException.class);
            assertThat(server.jobsCreated()).isEqualTo(1);
            assertThat(post(proxy.baseUrl())).isEqualTo(200);
            assertThat(proxy.requests()).isEqualTo(3);
        }
    }

    @Test
    void repliesCanBeCutReplacedOrSlow() throws Exception {
        FaultPlan plan = FaultPlan.inOrder(
                new ConnectionFault.Truncate(300),
                new ConnectionFault.Garbage(1, 100),
                new ConnectionFault.Drip(50, Duration.ZERO),
                new ConnectionFault.Delay(Duration.ZERO));
        try (PreviewServer server = PreviewServer.canned();
                FaultProxy proxy = new FaultProxy(server.baseUrl(), plan)) {
            assertThatThrownBy(() -> post(proxy.baseUrl())).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> post(proxy.baseUrl())).isInstanceOf(IOException.class);
            assertThat(post(proxy.baseUrl())).isEqualTo(200);
            assertThat(post(proxy.baseUrl())).isEqualTo(200);
            assertThat(server.jobsCreated()).isEqualTo(4);
        }
    }

    @Test
    void aSeedAlwaysGivesTheSameFaults() {
        FaultPlan plan = FaultPlan.random(7, 0.5, new ConnectionFault.ResetBefore(), new ConnectionFault.ResetAfter());
        FaultPlan again = FaultPlan.random(7, 0.5, new ConnectionFault.ResetBefore(), new ConnectionFault.ResetAfter());
        long faults = 0;
        for (int number = 1; number <= 200; number++) {
            assertThat(plan.choose(number, "GET", "/")).isEqualTo(again.choose(number, "GET", "/"));
            faults += plan.choose(number, "GET", "/") instanceof ConnectionFault.None ? 0 : 1;
        }
        assertThat(faults).isBetween(60L, 140L);
    }
}
