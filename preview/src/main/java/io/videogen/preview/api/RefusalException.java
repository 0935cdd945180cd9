package io.videogen.preview.api;

/** A request that the API refuses; each dialect words it in its own shape. */
public final class RefusalException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why, with the usual HTTP status. */
    public enum Reason {
        /** A required field is missing. */
        MISSING(400),
        /** A field has a value that cannot be used. */
        INVALID(400),
        /** A field has a value of another type. */
        WRONG_TYPE(400),
        /** The job is not ready for this. */
        NOT_READY(400),
        /** No token, or a wrong one. */
        UNAUTHORIZED(401),
        /** The account has nothing left. */
        QUOTA(403),
        /** No such job. */
        NOT_FOUND(404),
        /** No such operation. */
        NO_ROUTE(404),
        /** The request is too large. */
        TOO_LARGE(413),
        /** Too many requests. */
        RATE_LIMITED(429),
        /** The server's own fault. */
        INTERNAL(500);

        private final int status;

        Reason(int status) {
            this.status = status;
        }

        /** HTTP status. */
        public int status() {
            return status;
        }
    }

    private final Reason reason;
    private final String parameter;

    /**
     * @param parameter name of the field, or null
     */
    public RefusalException(Reason reason, String parameter, String message) {
        super(message);
        this.reason = reason;
        this.parameter = parameter;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** Whether it is about a value. */
    boolean isInvalid() {
        return reason == Reason.INVALID || reason == Reason.WRONG_TYPE;
    }

    /** Name of the field, or null. */
    public String parameter() {
        return parameter;
    }
}
