package io.videogen.core.download;

import io.videogen.core.http.HttpStream;
import io.videogen.core.text.RawText;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Undoes the encoding of a body. Its first bytes decide whether there is one: labels of stores and gateways lie. */
final class Decoding implements BodyPump.Opener {

    private static final int MAGIC = 2;

    private final HttpStream reply;
    private final String label;
    private volatile boolean zipped;

    Decoding(HttpStream reply) {
        this.reply = reply;
        this.label = reply.header("content-encoding")
                .map(RawText::reveal)
                .orElse("")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    @Override
    public InputStream open() throws IOException {
        if (!label.equals("gzip")) {
            return reply.body();
        }
        PushbackInputStream body = new PushbackInputStream(reply.body(), MAGIC);
        byte[] start = body.readNBytes(MAGIC);
        body.unread(start);
        zipped = start.length == MAGIC && start[0] == 0x1f && start[1] == (byte) 0x8b;
        return zipped ? new GZIPInputStream(body) : body;
    }

    /** Whether the body was packed; known once its first bytes are here. */
    boolean isZipped() {
        return zipped;
    }

    /** Whether the reply claims that the body is as it is; of a piece of a file nothing else can tell. */
    boolean isLabelledPlain() {
        return label.isEmpty() || label.equals("identity");
    }

    /** Whether the label is one that is understood, or none. */
    boolean isKnown() {
        return isLabelledPlain() || label.equals("gzip");
    }

    String label() {
        return label;
    }
}
