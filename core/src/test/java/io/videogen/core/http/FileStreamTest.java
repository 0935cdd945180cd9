package io.videogen.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class FileStreamTest {

    private static final Token TOKEN = new Token("sk-secret-token", "a test");
    private static final Map<String, String> NAMES = Map.of(
            "api.example", "93.184.216.34",
            "cdn.example", "10.1.2.3",
            "mixed.example", "127.0.0.1",
            "gateway.intern", "10.0.0.7",
            "metadata.example", "169.254.169.254");

    private final HttpTransport transport =
            new HttpTransport(HttpSettings.defaults(), new OkHttpClient.Builder().dns(FileStreamTest::lookUp));

    @AfterEach
    void close() {
        transport.close();
    }

    @Test
    void the_token_goes_to_the_endpoint_and_not_along_a_redirect_to_another_origin() throws Exception {
        try (RawServer other = new RawServer(RawServer.answering(RawServer.reply("200 OK", "", "bytes")));
                RawServer server = new RawServer(RawServer.answering(
                        RawServer.reply("302 Found", "Location: " + other.uri("/clip?sign=1") + "\r\n", "")))) {
            try (HttpStream stream = transport.open(call(server.endpoint(), server.uri("/v1/videos/x/content")))) {
                assertThat(stream.status()).isEqualTo(200);
                assertThat(new String(stream.body().readAllBytes(), StandardCharsets.US_ASCII))
                        .isEqualTo("bytes");
            }

            assertThat(server.heads().get(0)).contains("Authorization: Bearer sk-secret-token");
            assertThat(other.heads().get(0))
                    .startsWith("GET /clip?sign=1 ")
                    .contains("Range: bytes=5-")
                    .doesNotContain("Authorization");
        }
    }

    /** OkHttp keeps the connection of a reply that nobody closes until it is found out by chance, and warns of a leak. */
    @Test
    void a_reply_that_comes_when_the_transport_is_closed_is_let_go_of() throws Exception {
        AtomicInteger held = new AtomicInteger();
        AtomicReference<HttpTransport> closing = new AtomicReference<>();
        Dispatcher dispatcher = new Dispatcher();
        // The last moment before the reply is ours.
        dispatcher.setIdleCallback(() -> {
            assertThat(held).hasValue(1);
            closing.get().close();
        });
        OkHttpClient.Builder prepared = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .eventListener(new EventListener() {
                    @Override
                    public void connectionAcquired(Call call, Connection connection) {
                        held.incrementAndGet();
                    }

                    @Override
                    public void connectionReleased(Call call, Connection connection) {
                        held.decrementAndGet();
                    }
                });
        closing.set(new HttpTransport(HttpSettings.defaults(), prepared));
        try (RawServer server = new RawServer(RawServer.answering(RawServer.reply("200 OK", "", "bytes")))) {
            assertThatThrownBy(() -> closing.get().open(call(server.endpoint(), server.uri("/clip"))))
                    .isInstanceOf(InterruptedException.class);
        }

        assertThat(held).hasValue(0);
    }

    @Test
    void a_reply_whose_head_never_ends_is_broken_off() throws Exception {
        HttpSettings hasty = HttpSettings.defaults()
                .withTimeouts(
                        Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofMillis(400), Duration.ofSeconds(5));
        CountDownLatch never = new CountDownLatch(1);
        try (RawServer server = new RawServer((head, out) -> {
                    out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
                    while (!never.await(50, TimeUnit.MILLISECONDS)) {
                        out.write("X-More: y\r\n".getBytes(StandardCharsets.US_ASCII));
                        out.flush();
                    }
                    return false;
                });
                HttpTransport impatient = new HttpTransport(hasty)) {
            assertThatThrownBy(() -> impatient.open(call(server.endpoint(), server.uri("/clip"))))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("no reply within");
        } finally {
            never.countDown();
        }
    }

    @Test
    void a_foreign_origin_can_not_send_the_token_back_to_where_it_likes() throws Exception {
        try (RawServer endpoint = new RawServer(RawServer.answering(RawServer.reply("200 OK", "", "{}")));
                RawServer other = new RawServer(RawServer.answering(
                        RawServer.reply("302 Found", "Location: " + endpoint.uri("/v1/account") + "\r\n", "")))) {
            transport.open(call(endpoint.endpoint(), other.uri("/clip"))).close();

            assertThat(endpoint.heads().get(0)).doesNotContain("Authorization");
        }
    }

    @Test
    void a_chain_of_redirects_ends() throws Exception {
        try (RawServer server =
                new RawServer(RawServer.answering(RawServer.reply("302 Found", "Location: /again\r\n", "")))) {
            assertThatThrownBy(() -> transport.open(call(server.endpoint(), server.uri("/again"))))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("redirects");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/clip.mp4",
                "https://localhost/clip.mp4",
                "https://[::1]/clip.mp4",
                "https://2130706433/clip.mp4",
                "https://127.1/clip.mp4",
                "https://10.0.0.1/clip.mp4",
                "https://192.168.1.1/clip.mp4",
                "https://172.16.9.9/clip.mp4",
                "https://169.254.169.254/latest/meta-data",
                "https://100.64.0.1/clip.mp4",
                "https://100.100.100.200/latest",
                "https://0.0.0.0/clip.mp4",
                "https://224.0.0.1/clip.mp4",
                "https://[fd00::1]/clip.mp4",
                "https://[fe80::1]/clip.mp4",
                "https://[::ffff:10.0.0.1]/clip.mp4",
                "https://[64:ff9b::a00:1]/clip.mp4",
                "https://[2002:7f00:1::]/clip.mp4",
                "https://cdn.example/clip.mp4",
                "https://mixed.example/clip.mp4",
                "https://metadata.example/clip.mp4",
                "http://93.184.216.99/clip.mp4",
                "ftp://93.184.216.99/clip.mp4",
                "file:///etc/passwd"
            })
    void a_public_api_can_not_make_this_machine_fetch_from(String address) {
        Endpoint endpoint = Endpoint.parse("https://api.example", false);

        assertThatThrownBy(() -> transport.open(call(endpoint, URI.create(address + "?sign=secret"))))
                .isInstanceOf(RefusedAddressException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void an_api_whose_name_only_a_proxy_knows_counts_as_outside() {
        Endpoint endpoint = Endpoint.parse("https://unknown.example", false);

        assertThatThrownBy(() -> transport.open(call(endpoint, URI.create("https://10.0.0.1/clip.mp4"))))
                .isInstanceOf(RefusedAddressException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:1, http://127.0.0.1:2/clip",
        "http://localhost:1, http://127.0.0.1:2/clip",
        "http://[::1]:1, http://127.0.0.1:2/clip",
        "https://10.0.0.7, http://127.0.0.1:2/clip"
    })
    void an_api_that_is_inside_by_its_own_address_may_point_inside(String api, String address) {
        Endpoint endpoint = Endpoint.parse(api, true);

        assertThatThrownBy(() -> transport.open(call(endpoint, URI.create(address))))
                .isInstanceOf(NotSentException.class)
                .isNotInstanceOf(RefusedAddressException.class);
    }

    @Test
    void not_even_an_internal_api_may_point_at_a_metadata_service() {
        Endpoint endpoint = Endpoint.parse("https://gateway.intern", false);
        StreamCall call = new StreamCall(
                endpoint, Optional.of(TOKEN), URI.create("https://169.254.169.254/latest"), true, Map.of());

        assertThatThrownBy(() -> transport.open(call)).isInstanceOf(RefusedAddressException.class);
    }

    @Test
    void a_name_that_leads_inside_does_not_make_an_api_one_of_the_inside() {
        Endpoint endpoint = Endpoint.parse("https://gateway.intern", false);

        assertThatThrownBy(() -> transport.open(call(endpoint, URI.create("https://10.0.0.8/clip.mp4"))))
                .isInstanceOf(RefusedAddressException.class);
    }

    @Test
    void a_redirect_is_judged_as_the_first_address_is() throws Exception {
        try (RawServer server = new RawServer(
                RawServer.answering(RawServer.reply("302 Found", "Location: http://169.254.169.254/latest\r\n", "")))) {
            assertThatThrownBy(() -> transport.open(call(server.endpoint(), server.uri("/clip"))))
                    .isInstanceOf(RefusedAddressException.class);
        }
    }

    @Test
    void an_interrupt_ends_a_blocked_read() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        try (RawServer server = new RawServer(stalling(over))) {
            FutureTask<Object> task = new FutureTask<>(() -> {
                try (HttpStream stream = transport.open(call(server.endpoint(), server.uri("/clip")))) {
                    stream.body().read();
                    started.countDown();
                    return stream.body().read();
                }
            });
            Thread thread = new Thread(task);
            thread.start();
            started.await();
            thread.interrupt();

            assertThatThrownBy(task::get).hasCauseInstanceOf(InterruptedIOException.class);
            over.countDown();
        }
    }

    @Test
    void closing_the_transport_ends_a_blocked_read() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        try (RawServer server = new RawServer(stalling(over))) {
            FutureTask<Object> task = new FutureTask<>(() -> {
                HttpStream stream = transport.open(call(server.endpoint(), server.uri("/clip")));
                stream.body().read();
                started.countDown();
                return stream.body().read();
            });
            new Thread(task).start();
            started.await();
            transport.close();

            assertThatThrownBy(task::get).hasCauseInstanceOf(IOException.class);
            over.countDown();
        }
    }

    @Test
    void a_body_shorter_than_announced_is_an_error() throws Exception {
        try (RawServer server = new RawServer((head, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf".getBytes(StandardCharsets.US_ASCII));
            return false;
        })) {
            try (HttpStream stream = transport.open(call(server.endpoint(), server.uri("/clip")))) {
                assertThatThrownBy(() -> stream.body().readAllBytes()).isInstanceOf(IOException.class);
            }
        }
    }

    private static RawServer.Handler stalling(CountDownLatch over) {
        return (head, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nx".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            over.await();
            return false;
        };
    }

    private static StreamCall call(Endpoint endpoint, URI uri) {
        return new StreamCall(endpoint, Optional.of(TOKEN), uri, false, Map.of("Range", "bytes=5-"));
    }

    private static List<InetAddress> lookUp(String host) throws UnknownHostException {
        String address = NAMES.get(host);
        if (host.equals("mixed.example")) {
            return List.of(InetAddress.getByName("93.184.216.34"), InetAddress.getByName(address));
        }
        if (address == null && !host.matches("[\\d.]+|localhost")) {
            throw new UnknownHostException(host);
        }
        return List.of(InetAddress.getByName(address == null ? host : address));
    }
}
