package io.videogen.film.model;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbered pictures that stand for footage, such as {@code frames/%04d.png}.
 *
 * @param files by number, without a gap
 */
public record PictureSequence(Map<Integer, Path> files) {

    private static final Pattern NUMBER = Pattern.compile("%(0\\d)?d");

    public PictureSequence {
        files = Map.copyOf(files);
    }

    /** Whether a name has the place of one number. */
    public static boolean isPattern(String name) {
        return NUMBER.matcher(name).results().count() == 1;
    }

    /** The pictures of a pattern, from the lowest number to the first gap. */
    public static PictureSequence of(Path pattern) {
        String name = pattern.getFileName().toString();
        Matcher place = NUMBER.matcher(name);
        if (!place.find() || !Files.isDirectory(pattern.getParent())) {
            return new PictureSequence(Map.of());
        }
        Pattern wanted = Pattern.compile(Pattern.quote(name.substring(0, place.start())) + "(\\d{1,9})"
                + Pattern.quote(name.substring(place.end())));
        TreeMap<Integer, Path> found = new TreeMap<>();
        try (DirectoryStream<Path> folder = Files.newDirectoryStream(pattern.getParent())) {
            for (Path file : folder) {
                Matcher number = wanted.matcher(file.getFileName().toString());
                if (number.matches() && file.getFileName().toString().equals(format(name, number.group(1)))) {
                    found.put(Integer.valueOf(number.group(1)), file);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return new PictureSequence(Map.of());
        }
        TreeMap<Integer, Path> unbroken = new TreeMap<>();
        for (Map.Entry<Integer, Path> picture : found.entrySet()) {
            if (!unbroken.isEmpty() && picture.getKey() != unbroken.lastKey() + 1) {
                break;
            }
            unbroken.put(picture.getKey(), picture.getValue());
        }
        return new PictureSequence(unbroken);
    }

    private static String format(String name, String digits) {
        return String.format(name.replaceAll("%(?!(0\\d)?d)", "%%"), Integer.parseInt(digits));
    }

    /** The lowest number. */
    public int first() {
        return files.keySet().stream().mapToInt(Integer::intValue).min().orElse(0);
    }
}
