package io.videogen.core.remote;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.videogen.core.api.ApiName;
import io.videogen.core.api.VideoApis;
import io.videogen.core.artifact.ArtifactKind;
import io.videogen.core.artifact.ArtifactLocation;
import io.videogen.core.download.DownloadOutcome;
import io.videogen.core.download.DownloadSettings;
import io.videogen.core.download.Downloader;
import io.videogen.core.http.Endpoint;
import io.videogen.core.http.HttpSettings;
import io.videogen.core.http.HttpTransport;
import io.videogen.core.reply.JobSnapshot;
import io.videogen.core.request.Encoding;
import io.videogen.core.request.VideoRequest;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.SocketFactory;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an API may make this machine fetch, by the address at which the API itself was reached. */
@Timeout(60)
class InnerAddressTest {

    private static final String PUBLIC = "93.184.216.34";
    private static final String MAPPED = "00000000000000000000ffff";

    @TempDir
    Path folder;

    private final Map<String, List<InetAddress>> names = new ConcurrentHashMap<>();
    /** Stands in for the network: each address is this machine, and it is noted who was called. */
    private final List<String> called = new CopyOnWriteArrayList<>();

    private final Map<String, String> replies = new ConcurrentHashMap<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** How an API may tell an address. */
    enum Telling {
        URL,
        REDIRECT,
        JSON,
        THUMBNAIL
    }

    @ParameterizedTest
    @EnumSource
    void a_public_api_whose_name_also_leads_inside_can_not_point_inside(Telling telling) throws Exception {
        names.put("api.example", List.of(InetAddress.getByName(PUBLIC), InetAddress.getByName("127.0.0.1")));

        assertRefused(fetch("api.example", "http://127.0.0.1:" + port() + "/inner", telling));
        assertThat(called).isNotEmpty().containsOnly(PUBLIC);
    }

    @ParameterizedTest
    @EnumSource
    void an_answer_of_ipv6_around_an_inner_address_is_that_address(Telling telling) throws Exception {
        names.put("api.example", List.of(InetAddress.getByName(PUBLIC)));
        names.put("mapped.example", List.of(mapped("7f000001")));

        assertRefused(fetch("api.example", "http://mapped.example:" + port() + "/inner", telling));
        assertThat(called).isNotEmpty().containsOnly(PUBLIC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a9fea9fe", "0a000001", "7f000001"})
    void not_even_a_tls_greeting_reaches_it_with_default_settings(String inner) throws Exception {
        names.put("mapped.example", List.of(mapped(inner)));
        try (HttpTransport transport = transport(HttpSettings.defaults())) {
            assertRefused(downloader(transport, Endpoint.parse("https://api.example", false))
                    .fetch(
                            new ArtifactLocation(
                                    URI.create("https://mapped.example:" + port() + "/clip.mp4"),
                                    false,
                                    OptionalLong.empty()),
                            ArtifactKind.VIDEO,
                            folder.resolve("clip.part"),
                            Duration.ofMinutes(1)));
        }
        assertThat(called).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void an_api_that_was_reached_inside_may_point_inside(Telling telling) throws Exception {
        names.put("gateway.intern", List.of(InetAddress.getByName("10.0.0.7")));
        names.put("cdn.intern", List.of(InetAddress.getByName("10.0.0.8")));

        // What answers is no clip, but it was asked for.
        fetch("gateway.intern", "http://cdn.intern:" + port() + "/inner", telling);
        assertThat(called).contains("10.0.0.7", "10.0.0.8");
    }

    @Test
    void a_name_that_leads_inside_only_later_counts_as_it_did_when_the_api_told_the_address() throws Exception {
        names.put("api.example", List.of(InetAddress.getByName(PUBLIC)));
        replies.put("/v1/videos/job", status("video_url", "http://10.0.0.8:" + port() + "/inner"));
        try (HttpTransport transport = transport(HttpSettings.defaults().withAllowInsecureHttp(true))) {
            JobSnapshot told = poll(transport, endpoint("api.example"));
            names.put("api.example", List.of(InetAddress.getByName("10.0.0.7")));
            poll(transport, endpoint("api.example"));

            assertRefused(
                    fetch(transport, endpoint("api.example"), told.videos().get(0)));
        }
        assertThat(called).doesNotContain("10.0.0.8");
    }

    private DownloadOutcome fetch(String api, String inner, Telling telling) throws Exception {
        replies.put(
                "/v1/videos/job",
                switch (telling) {
                    case URL -> status("video_url", inner);
                    case THUMBNAIL -> status("thumbnail_url", inner);
                    default -> status("video_url", "/told");
                });
        replies.put("/told", telling == Telling.JSON ? "{\"url\":\"" + inner + "\"}" : inner);
        try (HttpTransport transport = transport(HttpSettings.defaults().withAllowInsecureHttp(true))) {
            JobSnapshot snapshot = poll(transport, endpoint(api));
            return fetch(
                    transport,
                    endpoint(api),
                    telling == Telling.THUMBNAIL
                            ? snapshot.thumbnail().orElseThrow()
                            : snapshot.videos().get(0));
        }
    }

    private DownloadOutcome fetch(HttpTransport transport, Endpoint endpoint, ArtifactLocation location)
            throws InterruptedException {
        return downloader(transport, endpoint)
                .fetch(location, ArtifactKind.VIDEO, folder.resolve("clip.part"), Duration.ofMinutes(1));
    }

    private static JobSnapshot poll(HttpTransport transport, Endpoint endpoint) throws InterruptedException {
        HttpRemoteJobs jobs = new HttpRemoteJobs(
                VideoApis.of(ApiName.OPENAI), endpoint, Optional.empty(), transport, Encoding.AUTO, Optional.empty());
        PollOutcome outcome = jobs.poll(VideoRequest.builder("A cat").build(), "job");
        return ((PollOutcome.Seen) outcome).snapshot();
    }

    private static void assertRefused(DownloadOutcome outcome) {
        assertThat(outcome).isInstanceOfSatisfying(DownloadOutcome.Rejected.class, rejected -> assertThat(
                        rejected.error().code())
                .isEqualTo("refused_address"));
    }

    private static Downloader downloader(HttpTransport transport, Endpoint endpoint) {
        return new Downloader(transport, endpoint, Optional.empty(), DownloadSettings.defaults(), Clock.systemUTC());
    }

    private HttpTransport transport(HttpSettings settings) {
        return new HttpTransport(
                settings, new OkHttpClient.Builder().dns(this::lookUp).socketFactory(new OneMachine()));
    }

    private List<InetAddress> lookUp(String host) throws UnknownHostException {
        List<InetAddress> addresses = names.get(host);
        if (addresses == null) {
            throw new UnknownHostException(host);
        }
        return addresses;
    }

    private Endpoint endpoint(String host) {
        return Endpoint.parse("http://" + host + ":" + port(), true);
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private static String status(String field, String value) {
        return "{\"id\":\"job\",\"status\":\"completed\",\"" + field + "\":\"" + value + "\"}";
    }

    /** As the resolver makes it: the usual ways turn a mapped address into one of IPv4. */
    private static InetAddress mapped(String hex) throws UnknownHostException {
        return Inet6Address.getByAddress("mapped", HexFormat.of().parseHex(MAPPED + hex), -1);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String reply = replies.getOrDefault(exchange.getRequestURI().getPath(), "inner words");
            if (reply.startsWith("http")) {
                exchange.getResponseHeaders().set("Location", reply);
                exchange.sendResponseHeaders(302, -1);
                return;
            }
            byte[] body = reply.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** Makes sockets that end at this machine, whatever address they are connected to. */
    private final class OneMachine extends SocketFactory {

        @Override
        public Socket createSocket() {
            return new Socket() {
                @Override
                public void connect(SocketAddress endpoint, int timeout) throws IOException {
                    InetSocketAddress asked = (InetSocketAddress) endpoint;
                    called.add(asked.getAddress().getHostAddress());
                    super.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), asked.getPort()), timeout);
                }
            };
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
            throw new UnsupportedOperationException();
        }
    }
}
