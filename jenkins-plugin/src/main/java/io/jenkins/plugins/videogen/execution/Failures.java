package io.jenkins.plugins.videogen.execution;

import hudson.AbortException;
import io.jenkins.plugins.videogen.retry.GenerateVideoFailure;
import io.jenkins.plugins.videogen.workspace.WorkspaceException;
import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import java.io.IOException;

/** The one place that turns what went wrong into what Jenkins reports. */
final class Failures {
    private Failures() {}

    /**
     * A {@link VideogenException} becomes an {@link AbortException}: a message without a stack trace, and no type of
     * {@code core} in the build's record; one that pipelines can tell from others where the API refused. All else stays as it
     * is: {@code retry(conditions: [agent()])} and the like know
     * Jenkins' own exceptions by their types.
     */
    static Throwable of(Throwable failure) {
        if (failure instanceof WorkspaceException trouble) {
            return trouble.raw();
        }
        if (!(failure instanceof VideogenException error)) {
            return failure;
        }
        if (error.kind() == ErrorKind.INTERRUPTED) {
            return new InterruptedException(error.getMessage());
        }
        String job = error.jobId()
                .filter(id -> !error.getMessage().contains(id))
                .map(id -> " [job " + id + "]")
                .orElse("");
        return error.kind() == ErrorKind.REFUSED
                ? new GenerateVideoFailure(GenerateVideoFailure.Reason.REFUSED, error.getMessage() + job)
                : new AbortException(error.getMessage() + job);
    }

    /** Throws what {@link #of} gave, for a caller that may throw only what a build step may. */
    static RuntimeException asThrown(Throwable told) throws IOException, InterruptedException {
        if (told instanceof IOException error) {
            throw error;
        }
        if (told instanceof InterruptedException interrupt) {
            throw interrupt;
        }
        if (told instanceof Error error) {
            throw error;
        }
        return told instanceof RuntimeException error ? error : new IllegalStateException(told);
    }
}
