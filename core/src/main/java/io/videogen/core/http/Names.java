package io.videogen.core.http;

import io.videogen.core.advice.Message;
import io.videogen.core.threads.DaemonThreads;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;

/**
 * Looks names up on threads of its own: nothing can wake a thread that the system's resolver holds, so whoever waits for
 * it must be able to walk away.
 */
final class Names implements Dns, AutoCloseable {

    private static final long LOOK_MILLIS = 100;

    private final Dns dns;
    private final Watch watch;
    private final ExecutorService threads = DaemonThreads.cached("videogen-http-names");

    Names(Dns dns, Watch watch) {
        this.dns = dns;
        this.watch = watch;
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        CompletableFuture<List<InetAddress>> found = new CompletableFuture<>();
        threads.execute(() -> {
            try {
                found.complete(dns.lookup(host));
            } catch (UnknownHostException | RuntimeException e) {
                found.completeExceptionally(e);
            }
        });
        while (true) {
            try {
                return found.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (watch.isOver(Thread.currentThread())) {
                    throw new UnknownHostException(Message.text("%s was not found in time", host));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new UnknownHostException(Message.text("%s was not waited for", host));
            } catch (ExecutionException e) {
                throw e.getCause() instanceof UnknownHostException unknown
                        ? unknown
                        : new UnknownHostException(host + ": " + e.getCause());
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
