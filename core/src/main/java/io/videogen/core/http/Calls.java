package io.videogen.core.http;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Runs calls on threads of their own, so that the caller can walk away from one that is stuck where nothing can wake
 * it, such as in a name look-up.
 */
final class Calls implements AutoCloseable {

    /** Turns a reply into a value, on the thread of the call. */
    interface Reader<T> {
        T read(Call call, Response response) throws IOException;
    }

    private final Set<Runnable> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * @param total longest time for all of it; zero for no bound
     * @param discard takes a value that arrived after the caller had left
     */
    <T> T run(OkHttpClient client, Request request, Duration total, Reader<T> reader, Consumer<T> discard)
            throws IOException, InterruptedException {
        Journey journey = request.tag(Journey.class);
        Call call = client.newCall(request);
        call.timeout().timeout(total.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture<T> result = new CompletableFuture<>();
        Runnable abort = () -> {
            result.cancel(false);
            call.cancel();
        };
        running.add(abort);
        try {
            if (closed || Thread.interrupted()) {
                throw new InterruptedException("interrupted before the request left");
            }
            call.enqueue(new Landing<>(result, reader, discard));
            return result.get();
        } catch (InterruptedException e) {
            abort.run();
            throw e;
        } catch (CancellationException e) {
            throw new InterruptedException("the transport was closed");
        } catch (ExecutionException e) {
            throw failure(e.getCause(), journey);
        } finally {
            running.remove(abort);
        }
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        running.forEach(Runnable::run);
    }

    private IOException failure(Throwable cause, Journey journey) throws InterruptedException {
        if (closed) {
            throw new InterruptedException("the transport was closed");
        }
        if (cause instanceof RefusedAddressException refused) {
            return refused;
        }
        IOException trouble = cause instanceof IOException io ? io : new IOException(cause);
        return journey != null && journey.isSent()
                ? trouble
                : new NotSentException("no connection: " + Reasons.of(trouble), trouble);
    }

    private record Landing<T>(CompletableFuture<T> result, Reader<T> reader, Consumer<T> discard) implements Callback {

        @Override
        public void onFailure(Call call, IOException e) {
            result.completeExceptionally(e);
        }

        @Override
        public void onResponse(Call call, Response response) {
            try {
                T value = reader.read(call, response);
                if (!result.complete(value)) {
                    discard.accept(value);
                }
            } catch (IOException | RuntimeException e) {
                response.close();
                result.completeExceptionally(e);
            }
        }
    }
}
