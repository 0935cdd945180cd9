package io.videogen.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videogen.core.VideogenException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HttpTransportTest {

    private static final Token TOKEN = new Token("sk-secret-token", "a test");

    private HttpTransport transport = new HttpTransport(HttpSettings.defaults());

    @AfterEach
    void close() {
        transport.close();
    }

    @Test
    void the_token_goes_as_bearer_with_each_request() throws Exception {
        try (RawServer server = new RawServer(RawServer.answering(RawServer.reply("200 OK", "", "{}")))) {
            transport.send(ApiCall.get(server.uri("/v1/videos/x"), Optional.of(TOKEN)));

            assertThat(server.heads().get(0)).contains("Authorization: Bearer sk-secret-token\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk-one\r\nX-Injected: yes", "sk-one two", "sk-\u4e2d", ""})
    void a_token_that_no_header_can_carry_is_refused_without_being_shown(String secret) {
        Token token = new Token(secret, "the environment variable VIDEOGEN_TOKEN");

        assertThatThrownBy(() ->
                        transport.send(ApiCall.get(URI.create("http://127.0.0.1:1/v1/videos/x"), Optional.of(token))))
                .isInstanceOf(VideogenException.class)
                .hasMessageContaining("VIDEOGEN_TOKEN")
                .hasMessageNotContainingAny("sk-", "Injected");
    }

    @Test
    void a_reply_that_is_too_large_ends_in_an_error() throws Exception {
        try (RawServer server = new RawServer((head, out) -> {
            out.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] block = new byte[1 << 20];
            for (int i = 0; i < 17; i++) {
                out.write(block);
            }
            return false;
        })) {
            assertThatThrownBy(() -> transport.send(ApiCall.get(server.uri("/"), Optional.empty())))
                    .isInstanceOf(TooLargeException.class);
        }
    }

    @Test
    void a_compressed_bomb_ends_in_an_error() throws Exception {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            byte[] block = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                gzip.write(block);
            }
        }
        try (RawServer server = new RawServer((head, out) -> {
            out.write(("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + bomb.size() + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            bomb.writeTo(out);
            return true;
        })) {
            assertThatThrownBy(() -> transport.send(ApiCall.get(server.uri("/"), Optional.empty())))
                    .isInstanceOf(TooLargeException.class);
        }
    }

    @Test
    void of_an_endless_error_only_the_beginning_is_read() throws Exception {
        try (RawServer server = new RawServer((head, out) -> {
            out.write("HTTP/1.1 500 Oops\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] block = "x".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 1000; i++) {
                out.write(block);
            }
            return false;
        })) {
            HttpReply reply = transport.send(ApiCall.get(server.uri("/"), Optional.empty()));

            assertThat(reply.status()).isEqualTo(500);
            assertThat(reply.body()).hasSize(HttpTransport.MOST_ERROR_BYTES);
        }
    }

    @Test
    void a_reply_that_only_trickles_is_given_up_after_the_limit_for_a_call() throws Exception {
        transport = new HttpTransport(HttpSettings.defaults()
                .withTimeouts(
                        Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMillis(300), Duration.ofSeconds(30)));
        CountDownLatch over = new CountDownLatch(1);
        try (RawServer server = new RawServer((head, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            over.await();
            return false;
        })) {
            assertThatThrownBy(() -> transport.send(ApiCall.get(server.uri("/"), Optional.empty())))
                    .isInstanceOf(IOException.class);
            over.countDown();
        }
    }

    @Test
    void the_status_of_an_error_is_known_even_if_its_body_never_ends() throws Exception {
        transport = new HttpTransport(HttpSettings.defaults()
                .withTimeouts(
                        Duration.ofSeconds(5), Duration.ofMillis(200), Duration.ofSeconds(30), Duration.ofSeconds(30)));
        CountDownLatch over = new CountDownLatch(1);
        try (RawServer server = new RawServer((head, out) -> {
            out.write("HTTP/1.1 401 No\r\nContent-Length: 99\r\n\r\n{".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            over.await();
            return false;
        })) {
            HttpReply reply = transport.send(ApiCall.get(server.uri("/"), Optional.empty()));

            assertThat(reply.status()).isEqualTo(401);
            over.countDown();
        }
    }

    @Test
    void a_redirect_within_the_origin_is_followed_with_the_token() throws Exception {
        try (RawServer server = new RawServer((head, out) -> {
            String reply = head.startsWith("GET /old ")
                    ? RawServer.reply("301 Moved", "Location: /new\r\n", "")
                    : RawServer.reply("200 OK", "", "{}");
            return RawServer.answering(reply).handle(head, out);
        })) {
            HttpReply reply = transport.send(ApiCall.get(server.uri("/old"), Optional.of(TOKEN)));

            assertThat(reply.status()).isEqualTo(200);
            assertThat(server.heads().get(1)).contains("Bearer sk-secret-token");
        }
    }

    @Test
    void a_redirect_to_another_origin_is_not_followed() throws Exception {
        try (RawServer other = new RawServer(RawServer.answering(RawServer.reply("200 OK", "", "{}")));
                RawServer server = new RawServer(RawServer.answering(
                        RawServer.reply("302 Found", "Location: " + other.uri("/steal") + "\r\n", "")))) {
            HttpReply reply = transport.send(ApiCall.get(server.uri("/v1/videos/x"), Optional.of(TOKEN)));

            assertThat(reply.status()).isEqualTo(302);
            assertThat(other.heads()).isEmpty();
        }
    }

    @Test
    void a_redirect_loop_ends() throws Exception {
        try (RawServer server =
                new RawServer(RawServer.answering(RawServer.reply("302 Found", "Location: /again\r\n", "")))) {
            HttpReply reply = transport.send(ApiCall.get(server.uri("/again"), Optional.empty()));

            assertThat(reply.status()).isEqualTo(302);
            assertThat(server.heads()).hasSize(6);
        }
    }

    @Test
    void a_kept_connection_that_the_server_closed_is_no_trouble_for_a_query() throws Exception {
        try (RawServer server = new RawServer((head, out) -> {
            out.write(RawServer.reply("200 OK", "", "{}").getBytes(StandardCharsets.US_ASCII));
            return false;
        })) {
            for (int i = 0; i < 5; i++) {
                assertThat(transport
                                .send(ApiCall.get(server.uri("/"), Optional.empty()))
                                .status())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void an_interrupt_ends_a_call_that_waits_for_its_reply() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        try (RawServer server = new RawServer((head, out) -> {
            arrived.countDown();
            over.await();
            return false;
        })) {
            FutureTask<Object> call =
                    new FutureTask<>(() -> transport.send(ApiCall.get(server.uri("/"), Optional.empty())));
            Thread thread = new Thread(call);
            thread.start();
            arrived.await();
            thread.interrupt();

            assertThatThrownBy(call::get).hasCauseInstanceOf(InterruptedException.class);
            over.countDown();
        }
    }

    @Test
    void closing_the_transport_ends_a_call_that_waits_for_its_reply() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        try (RawServer server = new RawServer((head, out) -> {
            arrived.countDown();
            over.await();
            return false;
        })) {
            FutureTask<Object> call =
                    new FutureTask<>(() -> transport.send(ApiCall.get(server.uri("/"), Optional.empty())));
            new Thread(call).start();
            arrived.await();
            transport.close();

            assertThatThrownBy(call::get).hasCauseInstanceOf(InterruptedException.class);
            over.countDown();
        }
    }

    @Test
    void an_interrupted_thread_sends_nothing() throws Exception {
        try (RawServer server = new RawServer(RawServer.answering(RawServer.reply("200 OK", "", "{}")))) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> transport.send(ApiCall.get(server.uri("/"), Optional.empty())))
                    .isInstanceOf(InterruptedException.class);
            assertThat(server.heads()).isEmpty();
        }
    }

    @Test
    void a_proxy_gets_its_login_with_the_first_plain_request() throws Exception {
        try (RawServer proxy = new RawServer(RawServer.answering(RawServer.reply("200 OK", "", "{}")))) {
            transport = new HttpTransport(HttpSettings.defaults().withProxies(selecting(proxy), login("user", "pass")));
            URI uri = URI.create("http://api.videogen.invalid/v1/videos");
            HttpBody body = HttpBody.of("application/json", new byte[] {'{', '}'});
            ApiCall call = new ApiCall("POST", uri, Optional.empty(), Map.of(), Optional.of(body), true);

            assertThat(transport.send(call).status()).isEqualTo(200);
            assertThat(proxy.heads()).hasSize(1);
            assertThat(proxy.heads().get(0))
                    .startsWith("POST http://api.videogen.invalid/v1/videos")
                    .contains("Proxy-Authorization: Basic dXNlcjpwYXNz");
        }
    }

    @Test
    void a_proxy_that_refuses_the_tunnel_means_that_nothing_was_sent() throws Exception {
        try (RawServer proxy = new RawServer(RawServer.answering(RawServer.reply("403 Forbidden", "", "")))) {
            transport = new HttpTransport(HttpSettings.defaults().withProxies(selecting(proxy), login("user", "pass")));
            URI uri = URI.create("https://api.videogen.invalid/v1/videos");
            HttpBody body = HttpBody.of("application/json", new byte[] {'{', '}'});

            assertThatThrownBy(() -> transport.send(
                            new ApiCall("POST", uri, Optional.of(TOKEN), Map.of(), Optional.of(body), true)))
                    .isInstanceOf(NotSentException.class);
            assertThat(proxy.heads()).allMatch(head -> head.startsWith("CONNECT "));
            assertThat(proxy.heads()).noneMatch(head -> head.contains("sk-secret-token"));
        }
    }

    private static ProxyCredentials login(String user, String password) {
        return proxy -> Optional.of(new PasswordAuthentication(user, password.toCharArray()));
    }

    private static ProxySelector selecting(RawServer proxy) {
        return new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                return List.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", proxy.port())));
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException e) {}
        };
    }
}
