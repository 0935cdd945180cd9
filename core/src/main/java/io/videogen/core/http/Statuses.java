package io.videogen.core.http;

/** What an HTTP status says by itself, whoever gave it. */
public final class Statuses {

    private Statuses() {}

    /**
     * Whether the same request may get another answer later: the server is busy, slow or broken (RFC 9110, 6585, 8470). Not
     * 501, which says that it can not and will not.
     */
    public static boolean passes(int status) {
        return status == 408 || status == 425 || status == 429 || status >= 500 && status != 501;
    }
}
