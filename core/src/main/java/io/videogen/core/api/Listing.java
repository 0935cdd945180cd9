package io.videogen.core.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A question for several jobs: how they stand, or which of them a submission has become.
 *
 * @param jobIds the jobs whose state it tells, if all goes well; none where one is searched for
 * @param page the call for the first page, or for the one that the page before told as {@code next}, else by the id of
 *     its last job
 * @param common makes of a reply the common shape of a list: {@code data}, {@code has_more} and {@code next}. Each member
 *     of {@code data} has the job's {@code id}; where states are told it is a reply as {@link VideoApi#poll} would get it,
 *     where one is searched for it echoes what it can of {@code created_at}, {@code model}, {@code prompt},
 *     {@code seconds}, {@code size} and {@code submission}. A reply that is no list has no {@code data}.
 */
public record Listing(List<String> jobIds, Function<Optional<String>, Call> page, UnaryOperator<JsonNode> common) {

    public Listing {
        jobIds = List.copyOf(jobIds);
    }

    /** A search. */
    static Listing search(Function<Optional<String>, Call> page, UnaryOperator<JsonNode> common) {
        return new Listing(List.of(), page, common);
    }

    /**
     * A page in the common shape.
     *
     * @param list field of the reply that holds the jobs
     * @param fill makes of the API's words for a job a member of {@code data}
     */
    static ObjectNode page(JsonNode reply, String list, BiConsumer<JsonNode, ObjectNode> fill) {
        ObjectNode page = JsonTree.object();
        if (reply.path(list).isArray()) {
            ArrayNode data = page.putArray("data");
            reply.path(list).forEach(job -> fill.accept(job, data.addObject()));
        }
        return page;
    }

    /** The same, with another page behind it. */
    static ObjectNode more(ObjectNode page, String next) {
        return page.put("has_more", true).put("next", next);
    }
}
