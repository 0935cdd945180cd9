package io.videogen.core.reply;

import java.time.Instant;
import java.util.Optional;

/** A job in the API's list, with what it echoes of its request. */
public record ListedJob(
        String id,
        Optional<Instant> createdAt,
        Optional<String> model,
        Optional<String> prompt,
        Optional<String> seconds,
        Optional<String> size) {}
