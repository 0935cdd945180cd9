package io.videogen.preview.draw.worker;

import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** FFmpeg's error codes as exceptions. */
final class Av {
    private Av() {}

    /**
     * @param code what an FFmpeg function returned
     * @param doing for the message: "FFmpeg cannot " and this
     */
    static int check(int code, String doing) throws IOException {
        if (code < 0) {
            byte[] text = new byte[256];
            av_strerror(code, text, text.length);
            throw new IOException(
                    "FFmpeg cannot " + doing + ": " + new String(text, StandardCharsets.UTF_8).split("\0", 2)[0]);
        }
        return code;
    }

    static <T> T present(T pointer, String doing) throws IOException {
        if (pointer == null) {
            throw new IOException("FFmpeg cannot " + doing);
        }
        return pointer;
    }
}
