package io.videogen.preview.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Decoding that refuses what is not UTF-8, so that a client's wrong charset shows. */
final class StrictUtf8 {
    private StrictUtf8() {}

    static String decode(byte[] bytes, String what) throws UnreadableRequestException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableRequestException(400, what + " is not UTF-8");
        }
    }
}
