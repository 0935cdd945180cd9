package io.jenkins.plugins.videogen.retry;

import hudson.AbortException;

/** A video that was not made, for a reason that a pipeline may want to tell from others: a message without a stack trace. */
public final class GenerateVideoFailure extends AbortException {
    private static final long serialVersionUID = 1L;

    /** Why there is no video. */
    public enum Reason {
        /** The API took no more jobs for as long as the step waited. Nothing was bought. */
        RATE_LIMITED,
        /** The API refused what was sent, but not for its content: that is refused again without asking. */
        REFUSED,
        /** The step stopped waiting. A job that exists runs on, and a retry takes it up. */
        TIMED_OUT
    }

    private final Reason reason;

    public GenerateVideoFailure(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Whether an error of a build is a failure for this reason. */
    static boolean is(Throwable error, Reason reason) {
        return error instanceof GenerateVideoFailure failure && failure.reason == reason;
    }
}
