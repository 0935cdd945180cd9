package io.videogen.maven;

import io.videogen.core.request.VideoField;
import io.videogen.maven.input.DeclaredVideo;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A {@code <video>} of the POM. Its fields are those of the list, whose setters Maven and editors find here; written out
 * are only the elements that are no field of a video, or more than one text. All is text, so that a blank one counts as
 * unset and an error can quote what was written. Which field goes to which API is in the reference documentation; a field
 * that the chosen API has no place for is an error.
 */
public final class Video implements VideoField.Setters {

    private final Map<VideoField, String> texts = new EnumMap<>(VideoField.class);

    /** Stem of the file, {@code [A-Za-z0-9][A-Za-z0-9._-]*}, unique ignoring case. */
    private String name;
    /** UTF-8 file with the prompt, relative to the project's folder. */
    private String promptFile;
    /** Which of the {@code n} clips is delivered, as {@code <name>.mp4}; without a new job. */
    private String take;

    private List<String> inputReferences = new ArrayList<>();
    /** Pictures, clips or sounds that the video is made after. */
    private List<VideoReference> references = new ArrayList<>();

    @Override
    public void set(VideoField field, String text) {
        texts.put(field, text);
    }

    /** The values without Maven's bean around them. */
    DeclaredVideo declared() {
        return new DeclaredVideo(
                name,
                promptFile,
                take,
                texts,
                inputReferences,
                references.stream().map(VideoReference::declared).toList());
    }

    /** All that was written: the build cache compares it. */
    @Override
    public String toString() {
        return declared().toString();
    }
}
