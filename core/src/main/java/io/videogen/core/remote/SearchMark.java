package io.videogen.core.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How far a search has come, as text that outlives the process: a list of a thousand jobs takes ten calls, and a build
 * that is killed again and again must not begin again each time.
 */
final class SearchMark {

    /** More than one of a kind are no answer anyway. */
    private static final int MOST_IDS = 20;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private int pages;
    private String after = "";
    private final Set<String> samePrompt = new LinkedHashSet<>();
    private final Set<String> sameRest = new LinkedHashSet<>();
    private final Set<String> others = new LinkedHashSet<>();

    /** @param text as {@link #toString}; what is not is a search that has not begun */
    static SearchMark parse(Optional<String> text) {
        SearchMark mark = new SearchMark();
        try {
            JsonNode json = MAPPER.readTree(text.orElse("{}"));
            mark.pages = json.path("pages").asInt(0);
            mark.after = json.path("after").asText("");
            read(json.path("samePrompt"), mark.samePrompt);
            read(json.path("sameRest"), mark.sameRest);
            read(json.path("others"), mark.others);
        } catch (JsonProcessingException e) {
            return new SearchMark();
        }
        return mark;
    }

    /** Where the next page begins; nothing for the first one. */
    Optional<String> after() {
        return Optional.of(after).filter(id -> !id.isEmpty());
    }

    /**
     * Takes a page as read.
     *
     * @return whether there may be news on the next one: some servers give the same page for ever
     */
    boolean goOn(String next, int mostPages) {
        boolean news = !next.equals(after);
        after = next;
        pages++;
        return news && pages < mostPages;
    }

    /** @param rest whether all that is echoed besides the prompt is what was asked for */
    void fits(String id, boolean prompt, boolean rest) {
        Set<String> kind = prompt ? samePrompt : rest ? sameRest : others;
        if (kind.size() < MOST_IDS) {
            kind.add(id);
        }
    }

    LookupOutcome judge(Predicate<String> known) {
        samePrompt.removeIf(known);
        sameRest.removeIf(known);
        others.removeIf(known);
        if (samePrompt.size() == 1) {
            return new LookupOutcome.Found(samePrompt.iterator().next());
        }
        int candidates = samePrompt.size() + sameRest.size() + others.size();
        if (candidates == 0) {
            return new LookupOutcome.NoneFits();
        }
        return candidates == 1 && sameRest.size() == 1
                ? new LookupOutcome.Found(sameRest.iterator().next())
                : new LookupOutcome.Ambiguous(candidates, alike());
    }

    private List<String> alike() {
        if (!samePrompt.isEmpty()) {
            return List.copyOf(samePrompt);
        }
        return others.isEmpty() ? List.copyOf(sameRest) : List.of();
    }

    @Override
    public String toString() {
        ObjectNode json = MAPPER.createObjectNode().put("pages", pages).put("after", after);
        samePrompt.forEach(json.putArray("samePrompt")::add);
        sameRest.forEach(json.putArray("sameRest")::add);
        others.forEach(json.putArray("others")::add);
        return json.toString();
    }

    private static void read(JsonNode array, Set<String> ids) {
        array.forEach(id -> ids.add(id.asText()));
    }
}
