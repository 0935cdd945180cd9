package io.videogen.core.http;

import io.videogen.core.text.RawText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.Response;

/** Reads a reply whole, within its bounds. */
final class Replies {

    private static final int CHUNK = 16 << 10;

    private Replies() {}

    static HttpReply read(Call call, Response response) throws IOException {
        try (response) {
            Journey journey = call.request().tag(Journey.class);
            boolean inside =
                    AddressGuard.isInsideByName(call.request().url().host()) || journey != null && journey.isInside();
            return new HttpReply(response.code(), headers(response.headers()), body(response), inside);
        } finally {
            if (call.request().method().equals("GET") && response.code() >= 400) {
                // The rest of an endless error page is not worth its connection.
                call.cancel();
            }
        }
    }

    private static byte[] body(Response response) throws IOException {
        boolean success = response.isSuccessful();
        int most = success ? HttpTransport.MOST_REPLY_BYTES : HttpTransport.MOST_ERROR_BYTES;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        try {
            InputStream in = response.body().byteStream();
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                int fitting = Math.min(read, most - bytes.size());
                bytes.write(chunk, 0, fitting);
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
        return bytes.toByteArray();
    }

    private static Map<String, RawText> headers(Headers headers) {
        Map<String, RawText> map = new HashMap<>();
        for (int i = 0; i < headers.size(); i++) {
            map.put(headers.name(i).toLowerCase(Locale.ROOT), new RawText(headers.value(i)));
        }
        return map;
    }
}
