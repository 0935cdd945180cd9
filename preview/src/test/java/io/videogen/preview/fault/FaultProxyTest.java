package io.videogen.preview.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videogen.preview.PreviewServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FaultProxyTest {
    private static int post(String base) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(base + "/v1/videos").toURL().openConnection();
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/json");
        // Streaming keeps the JDK from repeating the request by itself.
        byte[] body = "{\"prompt\":\"a\"}".getBytes(StandardCharsets.UTF_8);
        connection.setFixedLengthStreamingMode(body.length);
        connection.getOutputStream().write(body);
        int status = connection.getResponseCode();
        connection.getInputStream().readAllBytes();
        return status;
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
                new ConnectionFault.Truncate(20),
                new ConnectionFault.Garbage(1, 100),
                new ConnectionFault.Drip(50, Duration.ZERO),
                new ConnectionFault.Delay(Duration.ZERO));
        try (PreviewServer server = PreviewServer.canned();
                FaultProxy proxy = new FaultProxy(server.baseUrl(), plan)) {
            assertThatThrownBy(() -> post(proxy.baseUrl())).isInstanceOf(IOException.class);
            // The JDK's client gives -1 for a reply that is no HTTP.
            assertThat(post(proxy.baseUrl())).isEqualTo(-1);
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
