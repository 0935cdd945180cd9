package io.videogen.film.graph;

import io.videogen.core.file.Sha256;
import java.util.List;

/**
 * How FFmpeg makes a file, or several in one run.
 *
 * @param inputs in order
 * @param graph the filters; empty for none
 * @param options for the file, or the last one; each has a recipe of its own, with its options
 * @param extension of the file
 */
public record Recipe(List<Input> inputs, String graph, List<String> options, String extension) {

    /** To be raised when the same recipe is cooked differently. */
    private static final String FORMAT = "videogen-film-1";

    public Recipe {
        inputs = List.copyOf(inputs);
        options = List.copyOf(options);
    }

    /** The label of the filters' output for one of the files that a run makes, counted from 0. */
    public static String output(int file) {
        return file == 0 ? "[film]" : "[film" + file + "]";
    }

    /**
     * What the file will be, as 64 hexadecimal digits.
     *
     * @param tool the FFmpeg and the fonts that are used
     */
    public String key(String tool) {
        StringBuilder text = new StringBuilder(FORMAT).append('\n').append(tool).append('\n');
        for (Input input : inputs) {
            text.append(input.options()).append(input.identity()).append('\n');
        }
        text.append(graph).append('\n').append(options).append(extension);
        return Sha256.of(text.toString());
    }
}
