package io.videogen.film.graph;

import io.videogen.film.draw.Lettering;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that FFmpeg reads.
 *
 * @param options before it
 * @param source where it comes from
 * @param identity stands for its content
 */
public record Input(List<String> options, Source source, String identity) {

    public Input {
        options = List.copyOf(options);
    }

    /** A file. */
    public static Input file(List<String> options, Path file, String identity) {
        return new Input(options, new Source.File("file:" + file), identity);
    }

    /** What {@link io.videogen.film.media.Media#input} says, with options of one's own before it. */
    public static Input media(List<String> options, List<String> arguments, String identity) {
        List<String> before = new ArrayList<>(options);
        before.addAll(arguments.subList(0, arguments.size() - 2));
        return new Input(before, new Source.File(arguments.get(arguments.size() - 1)), identity);
    }

    /** Drawn text. */
    public static Input drawing(Lettering lettering) {
        return new Input(List.of(), new Source.Drawing(lettering), lettering.toString());
    }

    /** Captions. */
    public static Input subRip(String text) {
        return new Input(List.of("-f", "srt"), new Source.Text(text, "srt"), text);
    }

    /**
     * Files one after the other.
     *
     * @param identity of all
     */
    public static Input joined(List<Path> files, String identity) {
        StringBuilder list = new StringBuilder("ffconcat version 1.0\n");
        files.forEach(file -> list.append("file 'file:")
                .append(file.toString().replace("'", "'\\''"))
                .append("'\n"));
        return new Input(
                List.of("-f", "concat", "-safe", "0", "-protocol_whitelist", "file"),
                new Source.Text(list.toString(), "txt"),
                identity);
    }
}
