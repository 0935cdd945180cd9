package io.videogen.core;

import io.videogen.core.advice.Message;
import java.util.Optional;

/**
 * The one exception of this library. Its message says what happened, the value in quotes and what to do next; it never
 * holds a token or the query of a URL. What this library's own code goes by is a type: the kind, or a class of its own
 * under this one; the code is for people and reports, and may be the API's.
 */
public class VideogenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorKind kind;
    private final String code;
    private final Message message;
    private final String jobId;

    /**
     * @param kind what kind of trouble
     * @param code short machine-readable word: the API's own error code where it sent one, else ours in snake case
     * @param message a sentence for the user, and the values in it
     */
    public VideogenException(ErrorKind kind, String code, Message message) {
        this(kind, code, message, null, null);
    }

    /** As above, with the cause. */
    public VideogenException(ErrorKind kind, String code, Message message, Throwable cause) {
        this(kind, code, message, null, cause);
    }

    /** As above, in the caller's own words: those of a front end, of a record or of another process. */
    public VideogenException(ErrorKind kind, String code, String words) {
        this(kind, code, Message.verbatim(words));
    }

    /** As above, with the cause. */
    public VideogenException(ErrorKind kind, String code, String words, Throwable cause) {
        this(kind, code, Message.verbatim(words), cause);
    }

    /** For the errors that have a type of their own. */
    protected VideogenException(ErrorKind kind, String code, Message message, String jobId, Throwable cause) {
        super(message.toString(), cause);
        this.kind = kind;
        this.code = code;
        this.message = message;
        this.jobId = jobId;
    }

    /** A mistake of the user that is seen before anything is sent. */
    public static VideogenException invalid(String code, Message message) {
        return new VideogenException(ErrorKind.INVALID_INPUT, code, message);
    }

    /** As above, in the caller's own words. */
    public static VideogenException invalid(String code, String words) {
        return invalid(code, Message.verbatim(words));
    }

    /** The same trouble, told of one remote job. */
    public VideogenException withJob(String id) {
        return new VideogenException(kind, code, message, id, getCause());
    }

    public ErrorKind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    /** What {@link #getMessage} says, with the values apart. */
    public Message message() {
        return message;
    }

    /** Id of the remote job concerned, where one is known. */
    public Optional<String> jobId() {
        return Optional.ofNullable(jobId);
    }
}
