package io.videogen.core.reply;

import java.time.Instant;
import java.util.Optional;

/** A job in the API's list, with what it echoes of its request.
 *
 * @param submission the submission that the API was given to find the job by
 */
public record ListedJob(
        String id,
        Optional<Instant> createdAt,
        Optional<String> model,
        Optional<String> prompt,
        Optional<String> seconds,
        Optional<String> size,
        Optional<String> submission) {}
