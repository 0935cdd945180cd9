package io.videogen.core.reply;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import java.util.Optional;

/** The place that the user named for the clip's address holds none: it stays wrong, however often one asks. */
public final class WrongPointerException extends VideogenException {

    private static final long serialVersionUID = 1L;

    WrongPointerException(String text, Object... values) {
        super(ErrorKind.BAD_REPLY, "artifact_pointer", Optional.empty(), null, text, values);
    }
}
