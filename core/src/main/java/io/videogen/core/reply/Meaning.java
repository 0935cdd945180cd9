package io.videogen.core.reply;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a reply means, where an API says it in a way of its own. An API translates into the common shape, which
 * {@link ReplyReader} reads: {@code id}, {@code status} with one of the common words, {@code progress}, {@code error}
 * with {@code message}, {@code code} and {@code type}, {@code video_urls} (texts; {@code data:} for content in the
 * reply), {@code thumbnail_url}, {@code last_frame_url}, {@code cost} with {@code amount} and {@code unit},
 * {@code model}, {@code prompt}, {@code created_at}; for a list {@code data}, {@code has_more} and {@code next}.
 */
public sealed interface Meaning {

    /** To be read like any reply: its HTTP status decides whether it is a job or an error. */
    record Common(JsonNode json) implements Meaning {}

    /** It tells the state of the job, whatever its HTTP status: as a job that failed, told with 400. */
    record OfJob(JsonNode json) implements Meaning {}

    /** Trouble of the moment, though its HTTP status says that asking again will not help. */
    record Passing(JsonNode json) implements Meaning {}

    /**
     * The job is done, and its clip lies where nothing is fetched from.
     *
     * @param place as the API tells it
     * @param advice how to get it, a sentence
     */
    record Elsewhere(JsonNode json, String place, String advice) implements Meaning {}

    /** The API does not know the job. */
    record Absent(JsonNode json) implements Meaning {}

    /** The reply in the common shape. */
    JsonNode json();
}
