package io.videogen.core.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Network trouble in words that a user can act on. */
public final class Reasons {

    private static final int LONGEST = 200;

    private Reasons() {}

    /** A phrase without a full stop. */
    public static String of(IOException trouble) {
        if (trouble instanceof NotSentException || trouble instanceof RefusedAddressException) {
            return bounded(trouble);
        }
        if (trouble instanceof UnknownHostException) {
            return "the host name is not known to DNS (" + bounded(trouble) + ")";
        }
        if (trouble instanceof ConnectException || trouble instanceof NoRouteToHostException) {
            return "the connection was refused (" + bounded(trouble) + ")";
        }
        if (trouble instanceof SocketTimeoutException || trouble instanceof InterruptedIOException) {
            return "no answer in time (" + bounded(trouble) + ")";
        }
        if (trouble instanceof SSLException) {
            return "the secure connection failed (" + bounded(trouble) + ")";
        }
        return "the connection broke (" + bounded(trouble) + ")";
    }

    private static String bounded(IOException trouble) {
        String text = trouble.getMessage() == null ? trouble.getClass().getSimpleName() : trouble.getMessage();
        String plain = text.replaceAll("\\p{Cntrl}+", " ");
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    }
}
