package io.videogen.core.store;

import java.time.Duration;
import java.time.Instant;

/**
 * A line of the store's listing.
 *
 * @param key content key
 * @param facts name, model, size and so on
 * @param bytes size of all its files
 * @param age time since the job was completed, never negative
 * @param lastUsed when a build last found it here, exact to a day
 */
public record StoreEntry(String key, ClipFacts facts, long bytes, Duration age, Instant lastUsed) {}
