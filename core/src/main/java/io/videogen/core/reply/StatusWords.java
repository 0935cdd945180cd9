package io.videogen.core.reply;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The words that gateways use for a job's status. A word that is not here, and in none of the families of ends, means that
 * the job is not finished: to take it for an end would lose a job that is paid.
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

    /** What a word made of several ends as, whoever made it up: {@code request_moderated}, {@code user_cancelled}. */
    private static final Map<JobStatus, Pattern> FAMILIES = new EnumMap<>(Map.of(
            JobStatus.FAILED,
            tokens("failed failure fail error errored rejected refused denied blocked banned moderated flagged filtered"
                    + " content_filter violated violation terminated aborted killed crashed interrupted invalid timeout timed_out"
                    + " unsafe nsfw"),
            JobStatus.CANCELLED,
            tokens("cancelled canceled revoked"),
            JobStatus.EXPIRED,
            tokens("expired")));
    /** Beside one of these a word of the families is no end: {@code waiting_for_failed_shard}, {@code not_blocked}. */
    private static final Pattern STILL = tokens("not no never being was after for awaiting waiting pending queued retry"
            + " retrying processing running checking reviewing handling partially");

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

    private static final int LONGEST = 2000;

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
        return known(word).orElse(JobStatus.UNLISTED);
    }

    /** The reason in a status such as {@code FAILED: no such image}, or {@code Request Moderated}. */
    static Optional<String> reason(String word) {
        int colon = word.indexOf(':');
        String said = colon < 0 ? WORDS.containsKey(plain(word)) ? "" : word : word.substring(colon + 1);
        return Optional.of(said.strip()).filter(text -> !text.isEmpty());
    }

    private static Optional<JobStatus> known(String word) {
        String plain = plain(word);
        if (plain.startsWith("failed:") || plain.startsWith("failed_:")) {
            return Optional.of(JobStatus.FAILED);
        }
        JobStatus listed = WORDS.get(plain);
        return listed != null || STILL.matcher(plain).find() ? Optional.ofNullable(listed) : family(plain);
    }

    private static String plain(String word) {
        return word.strip().toLowerCase(Locale.ROOT).replaceAll("[-\\s]+", "_");
    }

    private static Optional<JobStatus> family(String plain) {
        return FAMILIES.entrySet().stream()
                .filter(family -> family.getValue().matcher(plain).find())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Pattern tokens(String words) {
        return Pattern.compile("(?<![a-z])(" + words.replace(' ', '|') + ")(?![a-z])");
    }

    private static Optional<String> text(JsonNode root, List<String> pointers) {
        return pointers.stream()
                .map(root::at)
                .filter(JsonNode::isTextual)
                .map(node -> node.asText())
                // An endless word is no word that is known, and not worth the look at each of its letters.
                .map(word -> word.substring(0, Math.min(word.length(), LONGEST)).strip())
                .filter(word -> !word.isEmpty())
                .findFirst();
    }

    private static void put(JobStatus status, String words) {
        for (String word : words.split(" ")) {
            WORDS.put(word, status);
        }
    }
}
