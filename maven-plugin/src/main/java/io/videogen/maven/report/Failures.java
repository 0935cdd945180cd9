package io.videogen.maven.report;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.batch.BatchReport;
import io.videogen.core.batch.VideoResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * The one place that turns errors into Maven's: what a user can mend, and a job that was refused or failed, is a
 * {@link MojoFailureException}; an environment that is broken is a {@link MojoExecutionException}.
 */
public final class Failures {

    private Failures() {}

    /** Ends the goal for an error that stopped the whole run. */
    public static void fail(VideogenException error) throws MojoFailureException, MojoExecutionException {
        if (isEnvironment(error.kind())) {
            throw new MojoExecutionException(message(error), error);
        }
        throw new MojoFailureException(message(error), error);
    }

    /** Ends the goal for a run in which videos failed; names each with its job and the reason. */
    public static void fail(BatchReport report) throws MojoFailureException, MojoExecutionException {
        int failed = report.failures().size();
        String message = (failed == 1 ? "1 video has" : failed + " videos have") + " no clip:\n  "
                + String.join("\n  ", lines(report));
        boolean environment = report.failures().stream()
                .flatMap(video -> video.error().stream())
                .anyMatch(error -> isEnvironment(error.kind()));
        if (environment) {
            throw new MojoExecutionException(message);
        }
        throw new MojoFailureException(message);
    }

    /** One line for each reason; videos that have it in common share the line. */
    public static List<String> lines(BatchReport report) {
        Map<String, List<String>> names = report.failures().stream()
                .collect(Collectors.groupingBy(
                        Failures::reason,
                        LinkedHashMap::new,
                        Collectors.mapping(VideoResult::name, Collectors.toList())));
        return names.entrySet().stream()
                .map(entry -> String.join(", ", entry.getValue()) + ": " + entry.getKey())
                .toList();
    }

    /** The message, with the job's id if it does not name it already. */
    public static String message(VideogenException error) {
        return withJob(error.getMessage(), error.jobId().orElse(null));
    }

    private static String reason(VideoResult video) {
        String reason =
                video.error().map(Throwable::getMessage).orElse(video.status().word());
        return withJob(reason, video.jobId().orElse(null));
    }

    private static String withJob(String message, String jobId) {
        return jobId == null || message.contains(jobId) ? message : message + " (job " + jobId + ")";
    }

    private static boolean isEnvironment(ErrorKind kind) {
        return switch (kind) {
            case UNREACHABLE, BAD_REPLY, BAD_ARTIFACT, STORAGE, INTERRUPTED -> true;
            case INVALID_INPUT, SPEND_GUARD, OFFLINE, REFUSED, MODERATED, JOB_FAILED, TIMED_OUT, UNKNOWN_OUTCOME ->
                false;
        };
    }
}
