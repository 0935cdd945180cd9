package io.videogen.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A submission costs money: whatever the server does, exactly one may arrive. */
class SubmitOnceTest {

    private final HttpTransport transport = new HttpTransport(HttpSettings.defaults());

    @AfterEach
    void close() {
        transport.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "408 Request Timeout     | X: y",
                "408 Request Timeout     | Retry-After: 0",
                "503 Service Unavailable | Retry-After: 0",
                "503 Service Unavailable | X: y",
                "307 Temporary Redirect  | Location: /v1/elsewhere",
                "308 Permanent Redirect  | Location: /v1/elsewhere",
                "302 Found               | Location: /v1/elsewhere",
                "303 See Other           | Location: /v1/elsewhere",
                "421 Misdirected Request | X: y",
                "401 Unauthorized        | WWW-Authenticate: Basic realm=x",
                "425 Too Early           | X: y",
                "429 Too Many Requests   | Retry-After: 0",
                "500 Server Error        | X: y"
            })
    void one_request_arrives_and_its_reply_is_returned(String status, String header) throws Exception {
        try (RawServer server = new RawServer(RawServer.answering(RawServer.reply(status, header + "\r\n", "{}")))) {
            HttpReply reply = transport.send(submission(server));

            assertThat(status).startsWith(String.valueOf(reply.status()));
            assertThat(server.heads()).hasSize(1);
        }
    }

    @Test
    void one_request_arrives_when_the_connection_closes_without_a_reply() throws Exception {
        try (RawServer server = new RawServer((head, out) -> false)) {
            assertThatThrownBy(() -> transport.send(submission(server)))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(NotSentException.class);

            assertThat(server.heads()).hasSize(1);
        }
    }

    @Test
    void a_kept_connection_that_may_be_dead_is_not_used() throws Exception {
        try (RawServer server = new RawServer((head, out) -> {
            out.write(RawServer.reply("200 OK", "", "{}").getBytes(StandardCharsets.ISO_8859_1));
            // Promises to keep the connection, and closes it: the next request on it would be lost.
            return false;
        })) {
            transport.send(ApiCall.get(server.uri("/v1/videos/x"), Optional.empty()));

            assertThat(transport.send(submission(server)).status()).isEqualTo(200);
            assertThat(transport.send(submission(server)).status()).isEqualTo(200);
            assertThat(server.count("POST")).isEqualTo(2);
        }
    }

    @Test
    void one_request_arrives_when_the_reply_breaks_off() throws Exception {
        try (RawServer server = new RawServer((head, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\"".getBytes(StandardCharsets.ISO_8859_1));
            return false;
        })) {
            assertThatThrownBy(() -> transport.send(submission(server)))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(NotSentException.class);

            assertThat(server.heads()).hasSize(1);
        }
    }

    @Test
    void a_server_that_does_not_listen_was_provably_not_reached() throws Exception {
        RawServer gone = new RawServer((head, out) -> false);
        gone.close();

        assertThatThrownBy(() -> transport.send(submission(gone))).isInstanceOf(NotSentException.class);
    }

    @Test
    void a_failed_tls_handshake_means_that_nothing_was_sent() throws Exception {
        try (ServerSocket plain = new ServerSocket(0)) {
            Thread server = new Thread(() -> answerInPlain(plain));
            server.start();
            URI uri = URI.create("https://localhost:" + plain.getLocalPort() + "/v1/videos");
            HttpBody body = HttpBody.of("application/json", new byte[] {'{', '}'});

            assertThatThrownBy(() -> transport.send(
                            new ApiCall("POST", uri, Optional.empty(), Map.of(), Optional.of(body), true)))
                    .isInstanceOf(NotSentException.class);
            server.join();
        }
    }

    private static void answerInPlain(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ApiCall submission(RawServer server) {
        HttpBody body = HttpBody.of("application/json", "{\"prompt\":\"a\"}".getBytes(StandardCharsets.UTF_8));
        return new ApiCall("POST", server.uri("/v1/videos"), Optional.empty(), Map.of(), Optional.of(body), true);
    }
}
