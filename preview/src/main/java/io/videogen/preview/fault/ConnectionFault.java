package io.videogen.preview.fault;

import java.time.Duration;

/** What a {@link FaultProxy} does to one request. */
public sealed interface ConnectionFault {
    /** Forwards everything. */
    record None() implements ConnectionFault {}

    /** Forwards everything, later. */
    record Delay(Duration time) implements ConnectionFault {}

    /** Resets the connection; nothing reaches the server. */
    record ResetBefore() implements ConnectionFault {}

    /** Lets the server handle the request, then resets the connection without a reply. */
    record ResetAfter() implements ConnectionFault {}

    /** Closes after so many bytes of the reply, its head included. */
    record Truncate(long bytes) implements ConnectionFault {}

    /** Forwards the reply in pieces with a pause after each. */
    record Drip(int bytes, Duration pause) implements ConnectionFault {}

    /** Lets the server handle the request and answers random bytes that are no HTTP. */
    record Garbage(long seed, int length) implements ConnectionFault {}
}
