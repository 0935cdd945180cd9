package io.videogen.preview;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A web page that a developer looks at reaches 127.0.0.1 too: by a name of its own, or as a foreign origin. */
class HostTest {
    private static final String JOB = "{\"prompt\":\"A cat\"}";

    private PreviewServer server;

    @BeforeEach
    void start() throws Exception {
        server = PreviewServer.canned();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8788",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "10.0.0.7"
            })
    void aNameThatIsNotOfThisMachineIsRefused(String host) throws Exception {
        assertThat(post("Host: " + host)).startsWith("HTTP/1.1 403").contains("\"" + host + "\"");
        assertThat(server.jobsCreated()).isZero();
        assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.1:8788", "localhost", "LOCALHOST:1", "[::1]:8788", "127.8.9.10:80"})
    void aLoopbackNameIsServed(String host) throws Exception {
        assertThat(post("Host: " + host)).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://localhost.evil.example"})
    void aPageOfAnotherOriginMakesNoJob(String origin) throws Exception {
        assertThat(post("Host: 127.0.0.1", "Origin: " + origin)).startsWith("HTTP/1.1 403");
        assertThat(server.jobsCreated()).isZero();
    }

    @Test
    void noReplyLetsAForeignPageReadIt() throws Exception {
        String reply = post("Host: localhost:1", "Origin: http://localhost:3000");
        assertThat(reply).startsWith("HTTP/1.1 200").doesNotContainIgnoringCase("access-control-");
    }

    /** By hand: the JDK's client sets the Host header itself. */
    private String post(String... headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            String request = "POST /v1/videos HTTP/1.1\r\n" + String.join("\r\n", headers)
                    + "\r\nContent-Type: text/plain\r\nContent-Length: " + JOB.length()
                    + "\r\nConnection: close\r\n\r\n" + JOB;
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
