package io.videogen.core.http;

import io.videogen.core.text.RawText;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.Response;
import okio.Buffer;

/** Reads a reply whole, within its bounds, and has it understood while it is in memory. */
final class Replies {

    private static final int CHUNK = 16 << 10;

    private Replies() {}

    static <T> T read(Call call, Response response, Function<HttpReply, T> reader) throws IOException {
        try (response;
                LargeTurn turn = new LargeTurn()) {
            Journey journey = call.request().tag(Journey.class);
            boolean inside =
                    AddressGuard.isInsideByName(call.request().url().host()) || journey != null && journey.isInside();
            return reader.apply(
                    new HttpReply(response.code(), headers(response.headers()), body(response, turn), inside));
        } finally {
            if (call.request().method().equals("GET") && response.code() >= 400) {
                // The rest of an endless error page is not worth its connection.
                call.cancel();
            }
        }
    }

    private static byte[] body(Response response, LargeTurn turn) throws IOException {
        boolean success = response.isSuccessful();
        int most = success ? HttpTransport.MOST_REPLY_BYTES : HttpTransport.MOST_ERROR_BYTES;
        // In pieces: a stream that grows would hold what it has read three times over.
        Buffer bytes = new Buffer();
        byte[] chunk = new byte[CHUNK];
        try {
            InputStream in = response.body().byteStream();
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                int fitting = (int) Math.min(read, most - bytes.size());
                bytes.write(chunk, 0, fitting);
                if (bytes.size() >= LargeTurn.LARGE) {
                    take(turn);
                }
                if (fitting < read) {
                    if (success) {
                        throw new TooLargeException(most);
                    }
                    break;
                }
            }
        } catch (IOException e) {
            // The status of an error says enough; only a successful reply needs its body.
            if (success) {
                throw e;
            }
        }
        return bytes.readByteArray();
    }

    private static void take(LargeTurn turn) throws IOException {
        try {
            turn.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted before a large reply");
        }
    }

    private static Map<String, RawText> headers(Headers headers) {
        Map<String, RawText> map = new HashMap<>();
        for (int i = 0; i < headers.size(); i++) {
            map.put(headers.name(i).toLowerCase(Locale.ROOT), new RawText(headers.value(i)));
        }
        return map;
    }
}
