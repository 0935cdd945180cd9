package io.videogen.preview.fault;

import io.videogen.preview.fault.ConnectionFault.Delay;
import io.videogen.preview.fault.ConnectionFault.Drip;
import io.videogen.preview.fault.ConnectionFault.Garbage;
import io.videogen.preview.fault.ConnectionFault.ResetAfter;
import io.videogen.preview.fault.ConnectionFault.ResetBefore;
import io.videogen.preview.fault.ConnectionFault.Truncate;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands in front of an HTTP server on loopback and spoils connections by a plan: true TCP resets, cut replies, bytes that
 * are no HTTP. One request a connection: both sides are told {@code Connection: close}.
 */
public final class FaultProxy implements AutoCloseable {
    private final ServerSocket listener;
    private final InetSocketAddress server;
    private final FaultPlan plan;
    private final ExecutorService threads;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger requests = new AtomicInteger();

    private record Head(byte[] bytes, String method, String target, long length, boolean chunked) {}

    /**
     * @param serverUrl such as {@code http://127.0.0.1:8788}
     * @throws IOException if no port is free
     */
    public FaultProxy(String serverUrl, FaultPlan plan) throws IOException {
        URI uri = URI.create(serverUrl);
        this.server = new InetSocketAddress(uri.getHost(), uri.getPort());
        this.plan = plan;
        this.listener = new ServerSocket(0, 256, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "videogen-fault-proxy");
            thread.setDaemon(true);
            return thread;
        });
        threads.execute(this::accept);
    }

    /** Such as {@code http://127.0.0.1:40123}. */
    public String baseUrl() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    /** Requests so far, spoiled ones included. */
    public int requests() {
        return requests.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                // The listener was closed; anything else shows as a refused connection in the test.
                return;
            }
        }
    }

    private void serve(Socket client) {
        open.add(client);
        try (client;
                Socket upstream = new Socket()) {
            InputStream in = new BufferedInputStream(client.getInputStream());
            Head head = readHead(in);
            ConnectionFault fault = plan.choose(requests.incrementAndGet(), head.method(), head.target());
            if (fault instanceof ResetBefore) {
                reset(client);
                return;
            }
            if (fault instanceof Delay delay) {
                Thread.sleep(delay.time().toMillis());
            }
            upstream.connect(server);
            open.add(upstream);
            OutputStream out = upstream.getOutputStream();
            out.write(head.bytes());
            copyBody(head, in, out);
            out.flush();
            reply(fault, client, new BufferedInputStream(upstream.getInputStream()));
            open.remove(upstream);
        } catch (IOException e) {
            // One side went away, which is what a proxy is for here: the other is closed with it.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(client);
        }
    }

    private static void reply(ConnectionFault fault, Socket client, InputStream upstream)
            throws IOException, InterruptedException {
        OutputStream to = client.getOutputStream();
        // The reply's head shows that the server has handled the request.
        InputStream from = new SequenceInputStream(closing(upstream), upstream);
        if (fault instanceof ResetAfter) {
            reset(client);
        } else if (fault instanceof Garbage garbage) {
            byte[] bytes = new byte[garbage.length()];
            new Random(garbage.seed()).nextBytes(bytes);
            to.write(bytes);
        } else if (fault instanceof Truncate truncate) {
            to.write(from.readNBytes((int) Math.min(truncate.bytes(), Integer.MAX_VALUE - 8)));
        } else if (fault instanceof Drip drip) {
            drip(from, to, drip.bytes(), drip.pause());
        } else {
            from.transferTo(to);
        }
        to.flush();
    }

    /** The head of the reply with {@code Connection: close}, or the client would use the connection again. */
    private static InputStream closing(InputStream upstream) throws IOException {
        StringBuilder head = new StringBuilder();
        for (String line = line(upstream); !line.isEmpty(); line = line(upstream)) {
            head.append(line).append("\r\n");
        }
        head.append("Connection: close\r\n\r\n");
        return new ByteArrayInputStream(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void drip(InputStream from, OutputStream to, int bytes, Duration pause)
            throws IOException, InterruptedException {
        for (byte[] piece = from.readNBytes(bytes); piece.length > 0; piece = from.readNBytes(bytes)) {
            to.write(piece);
            to.flush();
            Thread.sleep(pause.toMillis());
        }
    }

    private static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private static Head readHead(InputStream in) throws IOException {
        String request = line(in);
        StringBuilder head = new StringBuilder(request).append("\r\n");
        long length = 0;
        boolean chunked = false;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(line.substring(15).strip());
            }
            chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
            if (!lower.startsWith("connection:")) {
                head.append(line).append("\r\n");
            }
        }
        head.append("Connection: close\r\n\r\n");
        String[] words = request.split(" ", 3);
        return new Head(
                head.toString().getBytes(StandardCharsets.ISO_8859_1),
                words[0],
                words.length > 1 ? words[1] : "",
                length,
                chunked);
    }

    private static void copyBody(Head head, InputStream in, OutputStream out) throws IOException {
        if (!head.chunked()) {
            copy(in, out, head.length());
            return;
        }
        long size;
        do {
            String line = line(in);
            size = Long.parseLong(line.split(";", 2)[0].strip(), 16);
            out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            copy(in, out, size);
            out.write((line(in) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        } while (size > 0);
    }

    private static void copy(InputStream in, OutputStream out, long length) throws IOException {
        byte[] buffer = new byte[1 << 16];
        for (long left = length; left > 0; ) {
            int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (read < 0) {
                throw new IOException("the client ended its request early");
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0 || line.size() > 1 << 16) {
                throw new IOException("a side ended within a line");
            }
            line.write(read);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        threads.shutdownNow();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
