package io.videogen.maven.run;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.maven.report.Failures;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.AbstractMojoExecutionException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** How several executions ended that ran within one call of a goal: all are tried, then the worst is told. */
public final class Endings {

    private final List<AbstractMojoExecutionException> failures = new ArrayList<>();

    /** An execution, with the errors that it may end with. */
    @FunctionalInterface
    public interface Execution {
        void run() throws MojoExecutionException, MojoFailureException;
    }

    /** Why none of them may create anything. */
    public void refused(String reason) {
        failures.add(new MojoFailureException(reason));
    }

    /** Runs one, and keeps its error for the end. */
    public void of(Execution execution) {
        try {
            try {
                execution.run();
            } catch (VideogenException e) {
                Failures.fail(e);
            }
        } catch (MojoExecutionException | MojoFailureException e) {
            failures.add(e);
        }
    }

    /** Whether something is wrong that only the user can mend. */
    public boolean isMistake() {
        return failures.stream()
                .map(Throwable::getCause)
                .anyMatch(cause -> cause instanceof VideogenException known && known.kind() == ErrorKind.INVALID_INPUT);
    }

    /** What is wrong. */
    public List<String> messages() {
        return failures.stream().map(Throwable::getMessage).distinct().toList();
    }

    /** Ends the goal if any of them failed, with all their messages: for a broken environment if one is among them. */
    public void fail() throws MojoExecutionException, MojoFailureException {
        if (failures.isEmpty()) {
            return;
        }
        String message = String.join("\n", messages());
        if (failures.stream().anyMatch(MojoExecutionException.class::isInstance)) {
            throw new MojoExecutionException(message, failures.get(0));
        }
        throw new MojoFailureException(message, failures.get(0));
    }
}
