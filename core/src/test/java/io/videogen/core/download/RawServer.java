package io.videogen.core.download;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Answers each request with the next scripted reply, byte by byte as told, lies included; then hangs up. */
final class RawServer implements AutoCloseable {

    /** What a client asked. */
    record Request(String line, Map<String, String> headers) {
        String header(String name) {
            return headers.get(name);
        }
    }

    @FunctionalInterface
    interface Reply {
        void write(Request request, OutputStream out) throws Exception;
    }

    private final ServerSocket socket;
    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
    private final List<Request> requests = new ArrayList<>();
    private final Thread thread = new Thread(this::serve, "raw-server");

    RawServer() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        thread.setDaemon(true);
        thread.start();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + path);
    }

    RawServer then(Reply reply) {
        replies.add(reply);
        return this;
    }

    /** Sends head lines, an empty line and a body. */
    RawServer then(String head, byte[] body) {
        return then((request, out) -> {
            out.write(("HTTP/1.1 " + head.replace("\n", "\r\n") + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            out.write(body);
        });
    }

    RawServer then(String head, String body) {
        return then(head, body.getBytes(StandardCharsets.UTF_8));
    }

    void forgetReplies() {
        replies.clear();
    }

    synchronized List<Request> requests() {
        return List.copyOf(requests);
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                Request request = read(new BufferedInputStream(client.getInputStream()));
                synchronized (this) {
                    requests.add(request);
                }
                Reply reply = replies.poll();
                if (reply != null) {
                    reply.write(request, client.getOutputStream());
                }
            } catch (Exception e) {
                // A client that hangs up is part of most scripts; what it saw is asserted there.
            }
        }
    }

    private static Request read(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        while (!text.toString().endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            text.append((char) next);
        }
        String[] lines = text.toString().split("\r\n");
        Map<String, String> headers = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.put(
                    lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[i].substring(colon + 1).strip());
        }
        return new Request(lines[0], headers);
    }

    @Override
    public void close() throws IOException {
        socket.close();
        thread.interrupt();
    }
}
