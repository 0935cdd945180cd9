package io.videogen.core;

import java.util.Optional;

/** A record was written by a newer version of Videogen: it is not damaged, and never counts as absent. */
public final class NewerSchemaException extends VideogenException {

    private static final long serialVersionUID = 1L;

    /** @param text names the record and both schemas, and says what to do */
    public NewerSchemaException(String text, Object... values) {
        super(ErrorKind.STORAGE, "newer_schema", Optional.empty(), null, text, values);
    }
}
