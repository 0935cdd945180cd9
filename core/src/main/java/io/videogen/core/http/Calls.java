package io.videogen.core.http;

import io.videogen.core.VideogenException;
import io.videogen.core.text.ServerText;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

    /** No token has left, so that none can come back. */
    private static final ServerText NOTHING_SENT = ServerText.hiding(Optional.empty());

    /** Turns a reply into a value, on the thread of the call. */
    interface Reader<T> {
        T read(Call call, Response response) throws IOException;
    }

    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Set<Runnable> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * @param longest longest time until there is a value
     * @param whole whether the call ends with the value; else the rest of its reply has no bound here
     * @param discard takes a value that arrived after the caller had left
     */
    <T> T run(
            OkHttpClient client,
            Request request,
            Duration longest,
            boolean whole,
            Reader<T> reader,
            Consumer<T> discard)
            throws IOException, InterruptedException {
        Journey journey = request.tag(Journey.class);
        Call call = client.newCall(request);
        if (whole) {
            call.timeout().timeout(longest.toMillis(), TimeUnit.MILLISECONDS);
        }
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
            // The call's own bound comes first, since it keeps what has arrived; it can not end a look-up of a name.
            Duration wait = whole ? longest.plus(GRACE) : longest;
            return result.get(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            abort.run();
            throw failure(new SocketTimeoutException("no reply within " + longest.toSeconds() + " s"), journey);
        } catch (InterruptedException e) {
            abort.run();
            throw e;
        } catch (CancellationException e) {
            throw new InterruptedException("the transport was closed");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof VideogenException known) {
                throw known;
            }
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
                : new NotSentException("no connection: " + Reasons.of(trouble, NOTHING_SENT), trouble);
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
            } catch (IOException | RuntimeException | Error e) {
                // Errors too, such as a full heap: the caller waits for this result and for nothing else.
                result.completeExceptionally(e);
                response.close();
            }
        }
    }
}
