package io.videogen.it.bench.batch;

import io.videogen.it.bench.Project;
import io.videogen.it.bench.Times;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The least that any client does: a socket and a thread for each video, no library, nothing recorded and nothing
 * checked. Good for the well-behaved server of this benchmark only. Arguments: base URL, folder, videos.
 */
public final class SocketBatch {

    private static final int POLL_MILLIS = 250;
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");

    private SocketBatch() {}

    public static void main(String[] arguments) throws Exception {
        long start = System.nanoTime();
        URI server = URI.create(arguments[0]);
        int videos = Integer.parseInt(arguments[2]);
        ExecutorService threads = Executors.newFixedThreadPool(videos);
        List<Future<Path>> all = new ArrayList<>();
        for (int i = 1; i <= videos; i++) {
            Path target = Path.of(arguments[1], "clip-" + i + ".mp4");
            String prompt = Project.prompt(i);
            all.add(threads.submit(() -> render(server, prompt, target)));
        }
        for (Future<Path> one : all) {
            if (Files.size(one.get()) < 1) {
                throw new IllegalStateException("an empty clip");
            }
        }
        System.out.println("{\"seconds\":[" + Times.since(start) + "]}");
        System.exit(0);
    }

    private static Path render(URI server, String prompt, Path target) throws Exception {
        String request = "{\"model\":\"sora-2\",\"seconds\":\"4\",\"size\":\"1280x720\",\"prompt\":\"" + prompt + "\"}";
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setTcpNoDelay(true);
            String job = text(call(socket, "POST /v1/videos", request));
            String path = "GET /v1/videos/" + field(job, "id");
            while (!field(job, "status").equals("completed")) {
                Thread.sleep(POLL_MILLIS);
                job = text(call(socket, path, ""));
            }
            return Files.write(target, call(socket, path + "/content", ""));
        }
    }

    private static byte[] call(Socket socket, String line, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = line + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                + bytes.length + "\r\n\r\n";
        socket.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
        InputStream in = socket.getInputStream();
        StringBuilder reply = new StringBuilder();
        while (reply.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the server closed the connection after: " + reply);
            }
            reply.append((char) next);
        }
        Matcher length = LENGTH.matcher(reply);
        if (!length.find()) {
            throw new IOException("a reply without a length: " + reply);
        }
        return in.readNBytes(Integer.parseInt(length.group(1)));
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static String field(String json, String name) throws IOException {
        Matcher value = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
        if (!value.find()) {
            throw new IOException("no \"" + name + "\" in " + json);
        }
        return value.group(1);
    }
}
