package io.videogen.film.graph;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * How FFmpeg makes one file.
 *
 * @param inputs in order
 * @param graph the filters; empty for none
 * @param options for the file
 * @param extension of the file
 */
public record Recipe(List<Input> inputs, String graph, List<String> options, String extension) {

    /** To be raised when the same recipe is cooked differently. */
    private static final String FORMAT = "videogen-film-1";

    public Recipe {
        inputs = List.copyOf(inputs);
        options = List.copyOf(options);
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
        return sha256(text.toString());
    }

    /** SHA-256 of a text, as 64 hexadecimal digits. */
    public static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
