package io.videogen.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a server that offers HTTP/2 gets: questions may share a connection, a submission has one of its own. */
@Timeout(60)
class ProtocolsTest {

    private static final char[] PASSWORD = "for-a-test".toCharArray();

    @TempDir
    Path folder;

    private final List<String> agreed = new CopyOnWriteArrayList<>();

    @Test
    void questions_speak_http_2_and_submissions_do_not() throws Exception {
        KeyStore keys = keys();
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        OkHttpClient.Builder trusting = new OkHttpClient.Builder()
                .sslSocketFactory(context.getSocketFactory(), (X509TrustManager) trusted.getTrustManagers()[0]);
        try (SSLServerSocket server = (SSLServerSocket)
                        context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
                HttpTransport transport = new HttpTransport(HttpSettings.defaults(), trusting)) {
            new Thread(() -> shakeHands(server)).start();
            URI uri = URI.create("https://127.0.0.1:" + server.getLocalPort() + "/v1/videos");

            assertThatThrownBy(() -> transport.send(ApiCall.get(uri, Optional.empty())))
                    .isInstanceOf(IOException.class);
            assertThat(agreed).isNotEmpty().allMatch("h2"::equals);
            agreed.clear();
            HttpBody body = HttpBody.of("application/json", new byte[] {'{', '}'});
            ApiCall submission = new ApiCall("POST", uri, Optional.empty(), Map.of(), Optional.of(body), true);
            assertThatThrownBy(() -> transport.send(submission)).isInstanceOf(IOException.class);

            assertThat(agreed).isNotEmpty().noneMatch("h2"::equals);
        }
    }

    private void shakeHands(SSLServerSocket server) {
        while (!server.isClosed()) {
            try (SSLSocket client = (SSLSocket) server.accept()) {
                SSLParameters parameters = client.getSSLParameters();
                parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
                client.setSSLParameters(parameters);
                client.startHandshake();
                agreed.add(client.getApplicationProtocol());
            } catch (IOException e) {
                // The test is over, or its client has gone.
                continue;
            }
        }
    }

    private KeyStore keys() throws Exception {
        Path file = folder.resolve("keys.p12");
        int status = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start()
                .waitFor();
        assertThat(status).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        return keys;
    }
}
