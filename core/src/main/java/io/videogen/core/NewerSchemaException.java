package io.videogen.core;

import io.videogen.core.advice.Message;

/** A record was written by a newer version of Videogen: it is not damaged, and never counts as absent. */
public final class NewerSchemaException extends VideogenException {

    private static final long serialVersionUID = 1L;

    /** @param message names the record and both schemas, and says what to do */
    public NewerSchemaException(Message message) {
        super(ErrorKind.STORAGE, "newer_schema", message);
    }
}
