package io.videogen.core;

import io.videogen.core.advice.Message;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The one exception of this library. Its message says what happened, the value in quotes and what to do next; it never
 * holds a token or the query of a URL. What this library's own code goes by is a type: the kind, or a class of its own
 * under this one; the code is for people and reports, and may be the API's.
 */
public class VideogenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorKind kind;
    private final String code;
    /** No list: an exception can be written down, and an interface promises nothing of that. */
    private final String[] values;

    private final String jobId;

    /**
     * What sort of trouble it is, until its sentence is said.
     *
     * @param kind what kind of trouble
     * @param code short machine-readable word: the API's own error code where it sent one, else ours in snake case
     * @param cause {@code null} where there is none
     */
    public record Unsaid(ErrorKind kind, String code, Throwable cause) {

        /** The sentence for the user, and the values in it, as {@link Message} takes them. */
        public VideogenException says(String text, Object... values) {
            return new VideogenException(kind, code, Optional.empty(), cause, text, values);
        }
    }

    /** In the caller's own words: those of a front end, of a record or of another process. */
    public VideogenException(ErrorKind kind, String code, String words) {
        this(kind, code, words, null);
    }

    /** As above, with the cause. */
    public VideogenException(ErrorKind kind, String code, String words, Throwable cause) {
        this(kind, code, Optional.empty(), cause, words);
    }

    /** For the errors that have a type of their own, too. */
    protected VideogenException(
            ErrorKind kind, String code, Optional<String> jobId, Throwable cause, String text, Object... values) {
        super(Message.text(text, values), cause);
        this.kind = kind;
        this.code = code;
        this.values = Stream.of(values).map(String::valueOf).toArray(String[]::new);
        this.jobId = jobId.orElse(null);
    }

    private VideogenException(VideogenException trouble, String jobId) {
        super(trouble.getMessage(), trouble.getCause());
        this.kind = trouble.kind;
        this.code = trouble.code;
        this.values = trouble.values;
        this.jobId = jobId;
    }

    public static Unsaid of(ErrorKind kind, String code) {
        return new Unsaid(kind, code, null);
    }

    public static Unsaid of(ErrorKind kind, String code, Throwable cause) {
        return new Unsaid(kind, code, cause);
    }

    /** A mistake of the user that is seen before anything is sent. */
    public static Unsaid invalid(String code) {
        return of(ErrorKind.INVALID_INPUT, code);
    }

    /** As above, in the caller's own words. */
    public static VideogenException invalid(String code, String words) {
        return new VideogenException(ErrorKind.INVALID_INPUT, code, words);
    }

    /** The same trouble, told of one remote job. */
    public VideogenException withJob(String id) {
        return new VideogenException(this, id);
    }

    public ErrorKind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    /** What stands in the message, each as it does there. */
    public List<String> values() {
        return List.of(values);
    }

    /** Id of the remote job concerned, where one is known. */
    public Optional<String> jobId() {
        return Optional.ofNullable(jobId);
    }
}
