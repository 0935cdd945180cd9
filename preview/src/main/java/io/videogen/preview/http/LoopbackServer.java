package io.videogen.preview.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** One HTTP origin on 127.0.0.1, served by daemon threads. */
public final class LoopbackServer implements AutoCloseable {
    /** Answers requests. */
    @FunctionalInterface
    public interface Handler {
        /**
         * @param request with its body read
         * @param unreadable why the body could not be read, else null; then the fields are empty
         */
        Reply handle(Incoming request, UnreadableRequestException unreadable) throws Exception;
    }

    static {
        // The JDK's server writes head and body apart: without TCP_NODELAY each reply on a kept connection takes 40 ms.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ReplySender sender = new ReplySender(closing);
    private final Handler handler;
    private final Clock clock;

    /**
     * @param port 0 for any free one
     * @throws IOException if the port is taken; the message names it
     */
    public LoopbackServer(int port, Clock clock, Handler handler) throws IOException {
        this.handler = handler;
        this.clock = clock;
        // By number, so that neither a hosts file nor IPv6 settings decide what "loopback" is.
        InetAddress loopback = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
        try {
            server = HttpServer.create(new InetSocketAddress(loopback, port), 1024);
        } catch (IOException e) {
            throw new IOException(
                    "cannot listen on 127.0.0.1 port \"" + port + "\": " + e.getMessage()
                            + "; choose another port, or 0 for any free one",
                    e);
        }
        AtomicInteger number = new AtomicInteger();
        threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "videogen-preview-http-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        // The JDK's dispatcher inherits this: a forgotten server must not keep a JVM alive.
        Thread starter = new Thread(server::start, "videogen-preview-start");
        starter.setDaemon(true);
        starter.start();
        join(starter);
    }

    /** Such as {@code http://127.0.0.1:8788}. */
    public String origin() {
        return "http://127.0.0.1:" + port();
    }

    /** Where it listens. */
    public int port() {
        return server.getAddress().getPort();
    }

    private void serve(HttpExchange exchange) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        // A target with a host in it is what a client sends to a proxy; no page can make a browser send that here.
        boolean asProxy = exchange.getRequestURI().isAbsolute();
        Optional<Reply> refusal = asProxy ? Optional.empty() : LoopbackNames.refuse(headers);
        if (refusal.isPresent()) {
            sender.sendQuietly(exchange, refusal.get());
            return;
        }
        RecordedRequest head = RecordedRequest.of(
                origin(), exchange.getRequestMethod(), exchange.getRequestURI(), headers, clock.instant());
        try {
            Incoming incoming;
            UnreadableRequestException unreadable = null;
            try {
                incoming = RequestReader.read(head, exchange.getRequestBody());
            } catch (UnreadableRequestException e) {
                incoming = Incoming.empty(head);
                unreadable = e;
            }
            sender.send(exchange, handler.handle(incoming, unreadable));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            exchange.close();
        } catch (IOException e) {
            // The client went away, or so the script wants it: nobody is left to be told.
            exchange.close();
        } catch (Exception e) {
            sender.sendQuietly(exchange, Reply.text(500, "text/plain", "preview server: " + e));
        }
    }

    private static void join(Thread thread) throws IOException {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the preview server started", e);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
