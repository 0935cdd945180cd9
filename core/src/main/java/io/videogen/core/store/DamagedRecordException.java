package io.videogen.core.store;

import io.videogen.core.advice.Message;
import java.io.IOException;

/** A folder of the store is not the whole clip that it should be; never leaves this package. */
final class DamagedRecordException extends IOException {

    private static final long serialVersionUID = 1L;

    /** @param text a clause such as {@code "clip.mp4" has 3 bytes, not 4} */
    DamagedRecordException(String text, Object... values) {
        super(Message.text(text, values));
    }
}
