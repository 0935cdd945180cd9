package io.videogen.core.http;

/** Whether a request may have left, told by a network interceptor to the caller. */
final class Journey {

    private volatile boolean sent;

    void markSent() {
        sent = true;
    }

    boolean isSent() {
        return sent;
    }
}
