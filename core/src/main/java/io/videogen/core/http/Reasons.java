package io.videogen.core.http;

import io.videogen.core.text.ServerText;
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

    /** A phrase without a full stop; what a server said in it is made fit to be shown. */
    public static String of(IOException trouble, ServerText words) {
        if (trouble.getCause() instanceof OutOfMemoryError) {
            return "its reply takes more memory than is left here; give this JVM more (-Xmx)";
        }
        if (trouble instanceof NotSentException || trouble instanceof RefusedAddressException) {
            return bounded(trouble, words);
        }
        if (trouble instanceof UnknownHostException) {
            return "the host name is not known to DNS (" + bounded(trouble, words) + ")";
        }
        if (trouble instanceof ConnectException || trouble instanceof NoRouteToHostException) {
            return "the connection was refused (" + bounded(trouble, words) + ")";
        }
        if (trouble instanceof SocketTimeoutException || trouble instanceof InterruptedIOException) {
            return "no answer in time (" + bounded(trouble, words) + ")";
        }
        if (trouble instanceof SSLException) {
            return "the secure connection failed (" + bounded(trouble, words) + ")";
        }
        return "the connection broke (" + bounded(trouble, words) + ")";
    }

    private static String bounded(IOException trouble, ServerText words) {
        String text = trouble.getMessage() == null ? trouble.getClass().getSimpleName() : trouble.getMessage();
        return words.said(text, LONGEST).toString();
    }
}
