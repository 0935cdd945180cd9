package io.videogen.core.download;

import io.videogen.core.advice.Message;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;

/** Moves one body into a part file: bounded in size, digested on the way, with what is on disk noted now and then. */
final class Transfer {

    /** What a crash may cost of a long transfer. */
    private static final long CHECKPOINT_MILLIS = 5000;

    private final PartFile part;
    private final long mostBytes;
    private final Clock clock;
    private final Instant deadline;

    /** The body is longer than it may be. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    Transfer(PartFile part, long mostBytes, Clock clock, Instant deadline) {
        this.part = part;
        this.mostBytes = mostBytes;
        this.clock = clock;
        this.deadline = deadline;
    }

    /**
     * Appends the body to the part.
     *
     * @param digest takes up each byte that is appended
     * @throws IOException when the body broke off or stalled, or its time is up; what had arrived is in the part
     */
    void run(Body body, MessageDigest digest) throws IOException, InterruptedException {
        long checkpoint = clock.millis();
        for (ByteBuffer chunk = body.next(); chunk != null; chunk = body.next()) {
            take(chunk, digest);
            if (clock.instant().isAfter(deadline)) {
                throw new IOException(Message.text("its time is up, with %s bytes arrived", part.length()));
            }
            if (clock.millis() - checkpoint > CHECKPOINT_MILLIS) {
                part.checkpoint();
                checkpoint = clock.millis();
            }
        }
    }

    private void take(ByteBuffer chunk, MessageDigest digest) throws TooLargeException, InterruptedException {
        if (part.length() + chunk.remaining() > mostBytes) {
            throw new TooLargeException();
        }
        digest.update(chunk.array(), chunk.position(), chunk.remaining());
        part.append(chunk.array(), chunk.position(), chunk.remaining());
    }
}
