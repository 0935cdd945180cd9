package io.videogen.core.reply;

import com.fasterxml.jackson.databind.JsonNode;
import io.videogen.core.text.Said;
import io.videogen.core.text.ServerText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the id of a job in the places in use. One that may not be shown as it came is none. */
final class JobIds {

    private static final Pattern BARE = Pattern.compile("[^\\s/<>\"]+");

    private static final List<String> OUTER = List.of("/id", "/task_id", "/video_id", "/generation_id");
    /** The row of new-api's database is {@code data.id}; the job is {@code data.task_id}. */
    private static final List<String> INNER =
            List.of("/data/task_id", "/data/taskId", "/data/id", "/task/id", "/output/task_id");

    private JobIds() {}

    /** @param error whether the reply tells of one */
    static Optional<Said> find(JsonNode root, boolean error, ServerText words) {
        Optional<String> found = Texts.first(root, OUTER).or(() -> Texts.first(root, INNER));
        if (found.isEmpty() && !error) {
            // Beside an error this is the id of the HTTP request, not of a job.
            found = Texts.first(root, List.of("/request_id"));
        }
        return found.flatMap(words::id);
    }

    /** A text in {@code data}, beside a word of success; a sentence or an address is no id. */
    static Optional<Said> bare(JsonNode root, ServerText words) {
        JsonNode data = root.path("data");
        return Optional.of(data.asText())
                .filter(text -> data.isTextual() && BARE.matcher(text).matches())
                .flatMap(words::id);
    }
}
