package io.videogen.core.http;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import java.util.Optional;

/** The address of an API can not be used as it is written. */
public final class EndpointException extends VideogenException {
    /** What is wrong with an address. */
    public enum Problem {
        /** It holds a user or password. */
        CREDENTIALS("credentials_in_endpoint"),
        /** It would send the token unencrypted, and that is not allowed. */
        INSECURE("insecure_endpoint"),
        /** It is not the base URL of an API. */
        MALFORMED("malformed_endpoint");

        private final String code;

        Problem(String code) {
            this.code = code;
        }
    }

    private static final long serialVersionUID = 1L;

    private final Problem problem;

    EndpointException(Problem problem, String text, Object... values) {
        super(ErrorKind.INVALID_INPUT, problem.code, Optional.empty(), null, text, values);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
