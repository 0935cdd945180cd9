package io.videogen.core.http;

import io.videogen.core.text.RawText;
import java.util.Map;
import java.util.Optional;

/**
 * A reply with its whole, bounded body.
 *
 * @param status HTTP status
 * @param headers by lower-case name; of a repeated header the last value
 * @param body the content; of an error reply at most 64 KiB, and only what arrived in time
 * @param fromInside whether the connection that it came by led to an address inside a private network or this machine;
 *     not known, and so false, behind a proxy
 */
public record HttpReply(int status, Map<String, RawText> headers, byte[] body, boolean fromInside) {

    public HttpReply {
        headers = Map.copyOf(headers);
    }

    /** Value of a header, whose name is given in lower case. */
    public Optional<RawText> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
