package io.videogen.core.http;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CallsTest {

    @Test
    void a_full_heap_while_a_reply_is_read_reaches_the_caller_and_does_not_leave_it_waiting() throws Exception {
        OkHttpClient client = new OkHttpClient();
        try (RawServer server = new RawServer(RawServer.answering(RawServer.reply("200 OK", "", "{}")));
                Watch watch = new Watch()) {
            Calls calls = new Calls(watch);
            Request request =
                    new Request.Builder().url(server.uri("/").toString()).build();

            assertThatThrownBy(() -> calls.run(client, request, Duration.ofSeconds(20), true, (call, response) -> {
                        throw new OutOfMemoryError("as in a test");
                    }))
                    .isInstanceOf(IOException.class)
                    .hasRootCauseInstanceOf(OutOfMemoryError.class);
        } finally {
            client.dispatcher().executorService().shutdown();
            client.connectionPool().evictAll();
        }
    }
}
