package io.videogen.maven.input;

import io.videogen.core.request.VideoField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A {@code <video>} as it was written; {@code null} or blank is unset.
 *
 * @param texts the fields that are one text: a reference as its path or URL
 * @param inputReferences those that stand in a list
 * @param references the {@code <references>}
 */
public record DeclaredVideo(
        String name,
        String promptFile,
        String take,
        Map<VideoField, String> texts,
        List<String> inputReferences,
        List<DeclaredReference> references) {

    public DeclaredVideo {
        texts = new EnumMap<>(texts);
        inputReferences = elements(inputReferences);
        references = elements(references);
    }

    /** A video that has a prompt alone. */
    public static DeclaredVideo of(String name, String prompt) {
        Map<VideoField, String> texts = new EnumMap<>(VideoField.class);
        texts.put(VideoField.PROMPT, prompt);
        return new DeclaredVideo(name, null, null, texts, List.of(), List.of());
    }

    /** The elements that a {@code <video>} may have, sorted. */
    public static List<String> fields() {
        return Stream.concat(
                        Stream.of("name", "promptFile", "take", "inputReferences"),
                        Stream.of(VideoField.values()).map(VideoField::word))
                .sorted()
                .toList();
    }

    /** Not List.copyOf: an empty element of the POM arrives as null. */
    private static <T> List<T> elements(List<T> list) {
        return Collections.unmodifiableList(new ArrayList<>(list == null ? List.of() : list));
    }
}
