package io.videogen.maven.build;

import io.videogen.core.http.Endpoint;
import io.videogen.film.declared.DeclaredFilm;
import io.videogen.film.declared.DeclaredOutput;
import io.videogen.film.declared.DeclaredShot;
import io.videogen.maven.input.DeclaredVideo;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/**
 * Tells what is wrong with the elements of videos, prices and films, before Maven fills its beans with them: it would
 * speak of classes and setters.
 */
final class KnownFields {

    private static final int LONGEST_QUOTE = 60;

    private KnownFields() {}

    /**
     * What a list holds.
     *
     * @param word the element of one
     * @param list the element of all
     * @param fields the elements that one may have
     * @param mayBeText whether one may be a text in their place
     * @param lists those of its fields that are lists again
     */
    private record Item(String word, String list, List<String> fields, boolean mayBeText, List<Item> lists) {

        Optional<Item> list(String field) {
            return lists.stream().filter(each -> each.list.equals(field)).findFirst();
        }
    }

    /** Not constants: few builds have films. */
    private static Item video() {
        return new Item(
                "video",
                "videos",
                DeclaredVideo.fields(),
                false,
                List.of(
                        new Item("inputReference", "inputReferences", List.of(), true, List.of()),
                        new Item("reference", "references", List.of("file", "role"), true, List.of())));
    }

    private static Item price() {
        return new Item("price", "prices", List.of("model", "perSecond", "perVideo"), false, List.of());
    }

    private static Item film() {
        return new Item(
                "film",
                "films",
                fields(DeclaredFilm.class),
                false,
                List.of(
                        new Item("shot", "shots", fields(DeclaredShot.class), false, List.of()),
                        new Item("output", "outputs", fields(DeclaredOutput.class), true, List.of())));
    }

    /** What is wrong first; nothing if all is known. */
    static Optional<String> mistake(PlexusConfiguration configuration) {
        return mistake(configuration, video())
                .or(() -> mistake(configuration, price()))
                .or(() -> mistake(configuration, film()));
    }

    private static Optional<String> mistake(PlexusConfiguration holder, Item item) {
        PlexusConfiguration list = holder.getChild(item.list(), false);
        if (list == null) {
            return Optional.empty();
        }
        String text = text(list);
        if (!text.isEmpty()) {
            return Optional.of("The <" + item.list() + "> hold the text \"" + text
                    + "\" and not elements. Write each as" + " a <" + item.word() + "> in it.");
        }
        for (PlexusConfiguration each : list.getChildren()) {
            Optional<String> mistake = mistakeOf(each, item);
            if (mistake.isPresent()) {
                return mistake;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> mistakeOf(PlexusConfiguration one, Item item) {
        String text = text(one);
        if (!text.isEmpty() && !item.mayBeText()) {
            return Optional.of("A <" + item.word() + "> holds the text \"" + text
                    + "\" and not elements. Its elements are " + String.join(", ", item.fields()) + ".");
        }
        for (PlexusConfiguration field : one.getChildren()) {
            String name = field.getName();
            if (!item.fields().contains(name)) {
                return Optional.of("A <" + item.word() + "> has <" + name + ">, which no " + item.word() + " has. "
                        + Suggestion.of("Fields of a <" + item.word() + ">", name, item.fields()));
            }
            Optional<String> mistake =
                    item.list(name).isPresent() ? mistake(one, item.list(name).get()) : inText(field, item);
            if (mistake.isPresent()) {
                return mistake;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> inText(PlexusConfiguration field, Item item) {
        return field.getChildCount() == 0
                ? Optional.empty()
                : Optional.of("The <" + field.getName() + "> of a <" + item.word() + "> has the element <"
                        + field.getChild(0).getName() + "> in it, and holds text alone. Write &lt; for a < that belongs"
                        + " to the text.");
    }

    /** The text of an element that has no elements, as much of it as a message quotes. */
    private static String text(PlexusConfiguration element) {
        String all = element.getChildCount() > 0 ? "" : element.getValue("").strip();
        // Signed addresses of references stand where lists are missing their elements.
        String text = all.contains("://") ? Endpoint.shown(all) : all;
        return text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "..." : text;
    }

    private static List<String> fields(Class<? extends Record> declared) {
        return Arrays.stream(declared.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }
}
