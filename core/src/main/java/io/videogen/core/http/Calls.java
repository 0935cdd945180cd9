package io.videogen.core.http;

import io.videogen.core.VideogenException;
import io.videogen.core.advice.Message;
import io.videogen.core.text.ServerText;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Runs calls on the threads of those who make them. They used to run on threads of OkHttp's, so that the caller could
 * walk away from one that is stuck where nothing can wake it; that is only the look-up of a name, see {@link Names}, and
 * a second thread for each reply that is waited for is what bounds how many can be.
 */
final class Calls {

    /** No token has left, so that none can come back. */
    private static final ServerText NOTHING_SENT = ServerText.hiding(Optional.empty());

    /** Turns a reply into a value. */
    interface Reader<T> {
        T read(Call call, Response response) throws IOException;
    }

    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Watch watch;

    Calls(Watch watch) {
        this.watch = watch;
    }

    /**
     * @param longest longest time until there is a value
     * @param whole whether the call ends with the value; else the rest of its reply has no bound here
     */
    <T> T run(OkHttpClient client, Request request, Duration longest, boolean whole, Reader<T> reader)
            throws IOException, InterruptedException {
        Call call = client.newCall(request);
        if (whole) {
            call.timeout().timeout(longest.toMillis(), TimeUnit.MILLISECONDS);
        }
        // The call's own bound comes first, where it has one; it can not end a look-up of a name.
        Running running = new Running(call, whole ? longest.plus(GRACE) : longest);
        watch.add(running);
        try {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted before the request left");
            }
            return reader.read(call, call.execute());
        } catch (VideogenException e) {
            throw e;
        } catch (IOException | RuntimeException | Error e) {
            // Errors too, such as a full heap: what became of the request is still to be told.
            call.cancel();
            throw failure(e, running, request.tag(Journey.class));
        } finally {
            watch.remove(running);
        }
    }

    private IOException failure(Throwable cause, Running running, Journey journey) throws InterruptedException {
        boolean interrupted = Thread.interrupted();
        if (watch.isClosed()) {
            throw new InterruptedException("the transport was closed");
        }
        if (interrupted) {
            throw new InterruptedException("interrupted in the middle of a request");
        }
        if (cause instanceof RefusedAddressException refused) {
            return refused;
        }
        IOException trouble = running.isLate()
                ? new SocketTimeoutException(Message.text("no reply within %s s", running.longest.toSeconds()))
                : cause instanceof IOException io ? io : new IOException(cause);
        return journey != null && journey.isSent()
                ? trouble
                : new NotSentException(trouble, "no connection: %s", Reasons.of(trouble, NOTHING_SENT));
    }

    private static final class Running implements Watch.Wait {
        private final Call call;
        private final Duration longest;
        private final Thread thread = Thread.currentThread();
        private final long start = System.nanoTime();

        Running(Call call, Duration longest) {
            this.call = call;
            this.longest = longest;
        }

        @Override
        public Thread thread() {
            return thread;
        }

        @Override
        public boolean isLate() {
            return System.nanoTime() - start >= longest.toNanos();
        }

        @Override
        public void breakOff() {
            call.cancel();
        }
    }
}
