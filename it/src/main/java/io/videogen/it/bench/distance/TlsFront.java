package io.videogen.it.bench.distance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** TLS 1.3 in front of a plain server on loopback, with a certificate that it makes for itself. */
final class TlsFront implements AutoCloseable {

    private static final String PASSWORD = "benchmark";

    private static final int CHUNK = 64 << 10;

    private final Path keys;
    private final String host;
    private final SSLServerSocket listener;
    private final int plainPort;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "tls-front");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param folder takes the certificate
     * @param host that it is for
     */
    TlsFront(Path folder, String host, int plainPort) throws Exception {
        this.host = host;
        this.plainPort = plainPort;
        this.keys = makeCertificate(folder, host);
        listener = (SSLServerSocket) context()
                .getServerSocketFactory()
                .createServerSocket(0, 1024, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        listener.setEnabledProtocols(new String[] {"TLSv1.3"});
        threads.execute(this::accept);
    }

    InetSocketAddress address() {
        return new InetSocketAddress("127.0.0.1", listener.getLocalPort());
    }

    /** Options of a JVM that trusts the certificate. */
    List<String> trust() {
        return List.of(
                "-Djavax.net.ssl.trustStore=" + keys,
                "-Djavax.net.ssl.trustStorePassword=" + PASSWORD,
                "-Djavax.net.ssl.trustStoreType=PKCS12");
    }

    private static Path makeCertificate(Path folder, String host) throws IOException, InterruptedException {
        Path file = folder.resolve("distance.p12");
        Files.deleteIfExists(file);
        int status = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "san=dns:" + host,
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException(Files.readString(folder.resolve("keytool.log")));
        }
        return file;
    }

    private SSLContext context() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                client.setTcpNoDelay(true);
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                // The listener was closed; anything else shows as a refused connection in the benchmark.
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket server = new Socket("127.0.0.1", plainPort)) {
            server.setTcpNoDelay(true);
            threads.execute(() -> copy(server, client));
            copyRequests(client, server);
        } catch (IOException e) {
            // One side went away: the other is closed with it.
            return;
        }
    }

    /** The server behind answers to this machine's own names alone. */
    private void copyRequests(Socket from, Socket to) throws IOException {
        byte[] chunk = new byte[CHUNK];
        InputStream in = from.getInputStream();
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            String text = new String(chunk, 0, read, StandardCharsets.ISO_8859_1)
                    .replace("Host: " + host + ":", "Host: localhost:");
            to.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        }
        to.shutdownOutput();
    }

    private static void copy(Socket from, Socket to) {
        try {
            OutputStream out = to.getOutputStream();
            from.getInputStream().transferTo(out);
            to.shutdownOutput();
        } catch (IOException e) {
            // As above.
            return;
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        threads.shutdownNow();
    }
}
