package io.videogen.core.shared;

/** The storage could not be reached, or gave an answer that another attempt may better. */
public final class StorageTroubleException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param reason a phrase to put into a sentence, without a secret */
    public StorageTroubleException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
