package io.videogen.maven.input;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** A {@code <video>} as it was written; {@code null} or blank is unset. */
public record DeclaredVideo(
        String name,
        String prompt,
        String promptFile,
        String model,
        String seconds,
        String size,
        String inputReference,
        List<String> inputReferences,
        String watermark,
        String privateVideo,
        String characterUrl,
        String characterTimestamps,
        String fps,
        String n,
        String seed,
        String user,
        String responseFormat,
        String metadata,
        String options) {

    public DeclaredVideo {
        // Not List.copyOf: an empty element of the POM arrives as null.
        inputReferences =
                Collections.unmodifiableList(new ArrayList<>(inputReferences == null ? List.of() : inputReferences));
    }

    /** The elements that a {@code <video>} may have, sorted. */
    public static List<String> fields() {
        return Stream.of(DeclaredVideo.class.getRecordComponents())
                .map(RecordComponent::getName)
                // No name that Java takes; the bean has a setter of it.
                .map(name -> name.equals("privateVideo") ? "private" : name)
                .sorted()
                .toList();
    }

    /** A video that has a prompt alone. */
    public static DeclaredVideo of(String name, String prompt) {
        return new DeclaredVideo(
                name, prompt, null, null, null, null, null, List.of(), null, null, null, null, null, null, null, null,
                null, null, null);
    }
}
