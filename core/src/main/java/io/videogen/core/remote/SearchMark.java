package io.videogen.core.remote;

import io.videogen.core.json.JsonFields;
import io.videogen.core.json.JsonRecord;
import io.videogen.core.text.Said;
import io.videogen.core.text.ServerText;
import java.io.IOException;
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

    private static final int LONGEST_CURSOR = 2000;

    /** A mark may have been written by somebody else. */
    private static final ServerText GATE = ServerText.hiding(Optional.empty());

    private int pages;
    private Said after = Said.NOTHING;
    private final Set<Said> samePrompt = new LinkedHashSet<>();
    private final Set<Said> sameRest = new LinkedHashSet<>();
    private final Set<Said> others = new LinkedHashSet<>();

    /** @param text as {@link #toString}; what is not is a search that has not begun */
    static SearchMark parse(Optional<String> text) {
        SearchMark mark = new SearchMark();
        try {
            JsonFields json = JsonFields.parse(text.orElse("{}"));
            mark.pages = json.optionalInt("pages").orElse(0);
            mark.after = json.optionalText("after")
                    .flatMap(after -> GATE.exactly(after, LONGEST_CURSOR))
                    .orElse(Said.NOTHING);
            read(json.texts("samePrompt"), mark.samePrompt);
            read(json.texts("sameRest"), mark.sameRest);
            read(json.texts("others"), mark.others);
        } catch (IOException e) {
            return new SearchMark();
        }
        return mark;
    }

    /** Where the next page begins; nothing for the first one. */
    Optional<String> after() {
        return Optional.of(after.toString()).filter(id -> !id.isEmpty());
    }

    /**
     * Takes a page as read.
     *
     * @return whether there may be news on the next one: some servers give the same page for ever
     */
    boolean goOn(Said next, int mostPages) {
        boolean news = !next.equals(after);
        after = next;
        pages++;
        return news && pages < mostPages;
    }

    /** @param rest whether all that is echoed besides the prompt is what was asked for */
    void fits(Said id, boolean prompt, boolean rest) {
        Set<Said> kind = prompt ? samePrompt : rest ? sameRest : others;
        if (kind.size() < MOST_IDS) {
            kind.add(id);
        }
    }

    LookupOutcome judge(Predicate<String> known) {
        samePrompt.removeIf(id -> known.test(id.toString()));
        sameRest.removeIf(id -> known.test(id.toString()));
        others.removeIf(id -> known.test(id.toString()));
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

    private List<Said> alike() {
        if (!samePrompt.isEmpty()) {
            return List.copyOf(samePrompt);
        }
        return others.isEmpty() ? List.copyOf(sameRest) : List.of();
    }

    @Override
    public String toString() {
        return JsonRecord.text(json -> json.put("pages", pages)
                .put("after", after.toString())
                .texts("samePrompt", texts(samePrompt))
                .texts("sameRest", texts(sameRest))
                .texts("others", texts(others)));
    }

    private static List<String> texts(Set<Said> ids) {
        return ids.stream().map(Said::toString).toList();
    }

    private static void read(List<String> texts, Set<Said> ids) {
        texts.forEach(id -> GATE.id(id).ifPresent(ids::add));
    }
}
