package io.videogen.store.s3;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * A small S3 server that keeps its conditions under one lock, and does to a request what a test scripts. Buckets are
 * made by their first use.
 */
public final class FakeS3 implements AutoCloseable {

    /** What becomes of one request. */
    public enum Fault {
        NONE,
        /** The connection breaks before anything is done. */
        LOST_REQUEST,
        /** It is done, and the connection breaks. */
        LOST_REPLY,
        /** 500, and nothing is done. */
        ERROR_BEFORE,
        /** It is done, and then 500. */
        ERROR_AFTER,
        /** 409, and nothing is done. */
        CONFLICT,
        /** 412, whatever is there. */
        PRECONDITION_FAILED,
        /** 501. */
        NOT_IMPLEMENTED,
        /** 503. */
        SLOW_DOWN,
        /** 403. */
        FORBIDDEN,
        /** It is done as if there were no condition. */
        CONDITION_IGNORED
    }

    /** Chooses the fault of a request. */
    @FunctionalInterface
    public interface Script {
        Fault of(String method, String key);
    }

    private record Stored(byte[] content, String etag) {}

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int PAGE = 1000;
    private static final int CHUNK = 1 << 20;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "fake-s3");
        thread.setDaemon(true);
        return thread;
    });
    private final TreeMap<String, Stored> objects = new TreeMap<>();
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private volatile Script script = (method, key) -> Fault.NONE;
    private volatile Clock clock = Clock.systemUTC();
    private volatile boolean quotesMatter;

    public FakeS3() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** The store below a prefix, as users write it. */
    public String location(String prefix) {
        return "s3://clips/" + prefix + "?endpoint=http://127.0.0.1:"
                + server.getAddress().getPort() + "&region=us-east-1&pathStyle=true";
    }

    public FakeS3 script(Script next) {
        script = next;
        return this;
    }

    /** The server's time. */
    public void clock(Clock next) {
        clock = next;
    }

    /** From now on a version matches only without its quotes, as in Ceph 16. */
    void quotesMatter() {
        quotesMatter = true;
    }

    /** Method and key of each request, in order. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    public void forgetRequests() {
        requests.clear();
    }

    /** Keys that hold something. */
    public List<String> keys() {
        synchronized (objects) {
            return List.copyOf(objects.keySet());
        }
    }

    /** What lies under a key, as text. */
    public Optional<String> text(String key) {
        synchronized (objects) {
            return Optional.ofNullable(objects.get(key))
                    .map(stored -> new String(stored.content(), StandardCharsets.UTF_8));
        }
    }

    /** Puts an object where it is. */
    public void put(String key, byte[] content) {
        synchronized (objects) {
            objects.put(key, new Stored(content, etag(content)));
        }
    }

    /** Removes an object, as a lifecycle rule does. */
    public void remove(String key) {
        synchronized (objects) {
            objects.remove(key);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            URI uri = exchange.getRequestURI();
            String[] path = uri.getPath().substring(1).split("/", 2);
            String key = path.length < 2 ? "" : path[1];
            byte[] body = exchange.getRequestBody().readAllBytes();
            requests.add(exchange.getRequestMethod() + " " + (key.isEmpty() ? "?" + uri.getQuery() : key));
            if (isSkewed(exchange)) {
                error(exchange, 403, "RequestTimeTooSkewed");
                return;
            }
            Fault fault = script.of(exchange.getRequestMethod(), key);
            switch (fault) {
                case LOST_REQUEST -> {}
                case ERROR_BEFORE -> error(exchange, 500, "InternalError");
                case CONFLICT -> error(exchange, 409, "ConditionalRequestConflict");
                case PRECONDITION_FAILED -> error(exchange, 412, "PreconditionFailed");
                case NOT_IMPLEMENTED -> error(exchange, 501, "NotImplemented");
                case SLOW_DOWN -> error(exchange, 503, "SlowDown");
                case FORBIDDEN -> error(exchange, 403, "AccessDenied");
                default -> serve(exchange, key, body, fault);
            }
        }
    }

    private void serve(HttpExchange exchange, String key, byte[] body, Fault fault) throws IOException {
        switch (exchange.getRequestMethod()) {
            case "PUT" -> put(exchange, key, body, fault);
            case "GET" -> {
                if (key.isEmpty()) {
                    list(exchange);
                } else {
                    get(exchange, key, fault, true);
                }
            }
            case "HEAD" -> get(exchange, key, fault, false);
            default -> error(exchange, 405, "MethodNotAllowed");
        }
    }

    private void put(HttpExchange exchange, String key, byte[] body, Fault fault) throws IOException {
        String digest = exchange.getRequestHeaders().getFirst("x-amz-content-sha256");
        if (digest != null && digest.startsWith("STREAMING")
                || digest != null && digest.matches("[0-9a-f]{64}") && !digest.equals(sha256(body))) {
            error(exchange, 400, "XAmzContentSHA256Mismatch");
            return;
        }
        String none = exchange.getRequestHeaders().getFirst("If-None-Match");
        String match = exchange.getRequestHeaders().getFirst("If-Match");
        Stored written = new Stored(body, etag(body));
        int status = 200;
        synchronized (objects) {
            Stored present = objects.get(key);
            if (fault != Fault.CONDITION_IGNORED) {
                if (none != null && present != null) {
                    status = 412;
                } else if (match != null && present == null) {
                    status = 404;
                } else if (match != null && !match.equals(quotesMatter ? bare(present.etag()) : present.etag())) {
                    status = 412;
                }
            }
            if (status == 200) {
                objects.put(key, written);
            }
        }
        if (fault == Fault.LOST_REPLY) {
            return;
        }
        if (status != 200) {
            error(exchange, status, status == 404 ? "NoSuchKey" : "PreconditionFailed");
        } else if (fault == Fault.ERROR_AFTER) {
            error(exchange, 500, "InternalError");
        } else {
            exchange.getResponseHeaders().set("ETag", written.etag());
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private void get(HttpExchange exchange, String key, Fault fault, boolean withBody) throws IOException {
        Stored present;
        synchronized (objects) {
            present = objects.get(key);
        }
        if (present == null) {
            error(exchange, 404, "NoSuchKey");
            return;
        }
        exchange.getResponseHeaders().set("ETag", present.etag());
        if (!withBody) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(present.content().length));
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        exchange.sendResponseHeaders(200, present.content().length == 0 ? -1 : present.content().length);
        // A reply that is lost is one that breaks off.
        int length = fault == Fault.LOST_REPLY ? present.content().length / 2 : present.content().length;
        // The JDK's server doubles a buffer to what is written at once, which a large file makes too large.
        for (int at = 0; at < length; at += CHUNK) {
            exchange.getResponseBody().write(present.content(), at, Math.min(CHUNK, length - at));
        }
        // Newer JDKs' servers hold headers and a short body back, and a reply that breaks off then never began.
        exchange.getResponseBody().flush();
    }

    private void list(HttpExchange exchange) throws IOException {
        Map<String, String> query = Arrays.stream(
                        exchange.getRequestURI().getRawQuery().split("&"))
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(
                        part -> part[0],
                        part -> part.length < 2 ? "" : URLDecoder.decode(part[1], StandardCharsets.UTF_8)));
        String prefix = query.getOrDefault("prefix", "");
        String after = query.getOrDefault("continuation-token", "");
        List<String> keys;
        synchronized (objects) {
            keys = objects.tailMap(after, false).keySet().stream()
                    .filter(key -> key.startsWith(prefix))
                    .limit(PAGE + 1)
                    .toList();
        }
        boolean more = keys.size() > PAGE;
        StringBuilder xml = new StringBuilder("<ListBucketResult><IsTruncated>" + more + "</IsTruncated>");
        keys.stream()
                .limit(PAGE)
                .forEach(key -> xml.append("<Contents><Key>").append(key).append("</Key></Contents>"));
        if (more) {
            xml.append("<NextContinuationToken>").append(keys.get(PAGE - 1)).append("</NextContinuationToken>");
        }
        reply(exchange, 200, xml.append("</ListBucketResult>").toString());
    }

    private boolean isSkewed(HttpExchange exchange) {
        String stamp = exchange.getRequestHeaders().getFirst("X-Amz-Date");
        return stamp != null
                && Duration.between(STAMP.parse(stamp, Instant::from), clock.instant())
                                .abs()
                                .compareTo(Duration.ofMinutes(15))
                        > 0;
    }

    private static void error(HttpExchange exchange, int status, String code) throws IOException {
        reply(exchange, status, "<Error><Code>" + code + "</Code><Message>As scripted</Message></Error>");
    }

    private static void reply(HttpExchange exchange, int status, String xml) throws IOException {
        byte[] body = xml.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
    }

    private static String etag(byte[] content) {
        return "\"" + sha256(content).substring(0, 32) + "\"";
    }

    private static String bare(String etag) {
        return etag.substring(1, etag.length() - 1);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
