package io.videogen.core.testing;

import io.videogen.core.reply.RemoteError;
import io.videogen.core.text.Said;
import io.videogen.core.text.ServerText;
import java.util.Optional;

/** What a server says in a test that is about something else. */
public final class Words {

    private static final ServerText GATE = ServerText.hiding(Optional.empty());

    private Words() {}

    public static Said said(String text) {
        return GATE.said(text, 10_000);
    }

    public static RemoteError error(String message, String code) {
        return new RemoteError(said(message), Optional.of(said(code)), Optional.empty());
    }
}
