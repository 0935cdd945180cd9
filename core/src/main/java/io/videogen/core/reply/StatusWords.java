package io.videogen.core.reply;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The words that gateways use for a job's status. A word that is not here means that the job is not finished: to take
 * it for an end would lose a job that is paid.
 */
final class StatusWords {

    private static final Map<String, JobStatus> WORDS = new HashMap<>();

    static {
        put(
                JobStatus.QUEUED,
                "queued queueing pending submitted accepted created preparing not_start notstart notstarted"
                        + " not_started starting unknown waiting in_queue");
        put(JobStatus.RUNNING, "in_progress processing running generating dreaming throttled started");
        put(JobStatus.COMPLETED, "completed complete succeeded succeed success finished done");
        put(JobStatus.FAILED, "failed failure fail error rejected interrupted timeout aborted");
        put(JobStatus.CANCELLED, "cancelled canceled");
        put(JobStatus.EXPIRED, "expired");
    }

    private static final List<String> OUTER = List.of("/status", "/state", "/task_status");
    private static final List<String> INNER = List.of(
            "/data/status",
            "/data/state",
            "/data/task_status",
            "/task/status",
            "/task/state",
            "/task/task_status",
            "/output/status",
            "/output/state",
            "/output/task_status");

    private StatusWords() {}

    /** The word that tells how the job stands. A success on the outside may only mean that the query worked. */
    static Optional<String> find(JsonNode root) {
        Optional<String> outer = text(root, OUTER);
        Optional<String> inner = text(root, INNER);
        boolean outerDecides = outer.flatMap(StatusWords::known)
                .filter(s -> s != JobStatus.COMPLETED)
                .isPresent();
        return outerDecides || inner.isEmpty() ? outer : inner;
    }

    static JobStatus meaning(String word) {
        return known(word).orElse(JobStatus.RUNNING);
    }

    /** The reason in a status such as {@code FAILED: no such image}. */
    static Optional<String> reason(String word) {
        int colon = word.indexOf(':');
        return colon < 0
                ? Optional.empty()
                : Optional.of(word.substring(colon + 1).strip()).filter(text -> !text.isEmpty());
    }

    private static Optional<JobStatus> known(String word) {
        String plain = word.strip().toLowerCase(Locale.ROOT).replaceAll("[-\\s]+", "_");
        if (plain.startsWith("failed:") || plain.startsWith("failed_:")) {
            return Optional.of(JobStatus.FAILED);
        }
        return Optional.ofNullable(WORDS.get(plain));
    }

    private static Optional<String> text(JsonNode root, List<String> pointers) {
        return pointers.stream()
                .map(root::at)
                .filter(JsonNode::isTextual)
                .map(node -> node.asText().strip())
                .filter(word -> !word.isEmpty())
                .findFirst();
    }

    private static void put(JobStatus status, String words) {
        for (String word : words.split(" ")) {
            WORDS.put(word, status);
        }
    }
}
