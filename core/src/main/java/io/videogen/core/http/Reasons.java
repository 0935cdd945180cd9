package io.videogen.core.http;

import io.videogen.core.advice.Message;
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
            return Message.text("its reply takes more memory than is left here; give this JVM more (-Xmx)");
        }
        if (trouble instanceof NotSentException || trouble instanceof RefusedAddressException) {
            return bounded(trouble, words);
        }
        if (trouble instanceof UnknownHostException) {
            return Message.text("the host name is not known to DNS (%s)", bounded(trouble, words));
        }
        if (trouble instanceof ConnectException || trouble instanceof NoRouteToHostException) {
            return Message.text("the connection was refused (%s)", bounded(trouble, words));
        }
        if (trouble instanceof SocketTimeoutException || trouble instanceof InterruptedIOException) {
            return Message.text("no answer in time (%s)", bounded(trouble, words));
        }
        if (trouble instanceof SSLException) {
            return Message.text("the secure connection failed (%s)", bounded(trouble, words));
        }
        return Message.text("the connection broke (%s)", bounded(trouble, words));
    }

    private static String bounded(IOException trouble, ServerText words) {
        String text = trouble.getMessage() == null ? trouble.getClass().getSimpleName() : trouble.getMessage();
        return words.said(text, LONGEST).toString();
    }
}
