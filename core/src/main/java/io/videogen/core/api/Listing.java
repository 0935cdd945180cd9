package io.videogen.core.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A question for the state of several jobs.
 *
 * @param jobIds the jobs that it tells of, if all goes well
 * @param page the call for the first page, or for the one that the page before told as {@code next}
 * @param common makes of a reply the common shape of a list, with a {@code data} of replies as {@link VideoApi#poll} would
 *     get them, each with the job's {@code id} besides; {@code has_more} and {@code next} as any list has
 */
public record Listing(List<String> jobIds, Function<Optional<String>, Call> page, UnaryOperator<JsonNode> common) {

    public Listing {
        jobIds = List.copyOf(jobIds);
    }
}
