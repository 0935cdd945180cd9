package io.videogen.core.reply;

import io.videogen.core.text.RawText;
import io.videogen.core.text.Said;
import java.time.Instant;
import java.util.Optional;

/**
 * A job in the API's list, with what it echoes of its request: that is only compared, and so stays as it came.
 *
 * @param submission the submission that the API was given to find the job by
 */
public record ListedJob(
        Said id,
        Optional<Instant> createdAt,
        Optional<RawText> model,
        Optional<RawText> prompt,
        Optional<RawText> seconds,
        Optional<RawText> size,
        Optional<RawText> submission) {}
