package io.videogen.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A look-up of a name holds its thread whatever is done: nobody may have to wait for it. */
@Timeout(60)
class StuckNamesTest {

    private static final ApiCall CALL =
            ApiCall.get(URI.create("http://api.videogen.invalid/v1/videos/x"), Optional.empty());

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private final HttpTransport transport = new HttpTransport(
            HttpSettings.defaults()
                    .withTimeouts(
                            Duration.ofSeconds(30),
                            Duration.ofSeconds(30),
                            Duration.ofMinutes(5),
                            Duration.ofMinutes(5)),
            new OkHttpClient.Builder().dns(this::lookUp));

    private List<InetAddress> lookUp(String host) throws UnknownHostException {
        asked.countDown();
        boolean ended = false;
        while (!ended) {
            try {
                over.await();
                ended = true;
            } catch (InterruptedException e) {
                // As the system's resolver, it does not care.
                ended = false;
            }
        }
        throw new UnknownHostException(host);
    }

    @AfterEach
    void close() {
        transport.close();
        over.countDown();
    }

    @Test
    void an_interrupt_ends_the_wait() throws Exception {
        FutureTask<HttpReply> call = new FutureTask<>(() -> transport.send(CALL));
        Thread thread = new Thread(call);
        thread.start();
        asked.await();
        thread.interrupt();

        assertThatThrownBy(call::get).hasCauseInstanceOf(InterruptedException.class);
    }

    @Test
    void closing_the_transport_ends_the_wait() throws Exception {
        FutureTask<HttpReply> call = new FutureTask<>(() -> transport.send(CALL));
        new Thread(call).start();
        asked.await();
        transport.close();

        assertThatThrownBy(call::get).hasCauseInstanceOf(InterruptedException.class);
    }

    @Test
    void the_end_of_its_time_ends_the_wait_and_nothing_was_sent() {
        long start = System.nanoTime();

        assertThatThrownBy(() -> transport.send(CALL, Duration.ofMillis(100), reply -> reply))
                .isInstanceOf(NotSentException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }
}
