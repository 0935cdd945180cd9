package io.videogen.core.http;

import io.videogen.core.advice.Message;
import java.net.UnknownHostException;

/**
 * An address that must not be fetched: a private one told by a public endpoint, another scheme, plain {@code http}, an
 * endless redirect. The message is a sentence for the user and holds the host alone.
 */
public final class RefusedAddressException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    RefusedAddressException(String text, Object... values) {
        super(Message.text(text, values));
    }
}
