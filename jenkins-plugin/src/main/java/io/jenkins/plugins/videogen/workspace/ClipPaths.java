package io.jenkins.plugins.videogen.workspace;

import io.videogen.core.media.MediaFormat;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Names of a request's clips in the workspace.
 *
 * @param file the path that the user gave, or the default
 * @param isDefault whether it is the default; then the extension follows the bytes
 * @param clips how many clips were asked for
 * @param owner tells the unfinished clips of this request from those of another at the same path, such as one that a
 *     build before left behind
 */
public record ClipPaths(String file, boolean isDefault, int clips, String owner) implements Serializable {

    /** The path of one clip: {@code demo.mp4}, or {@code demo-1.mp4} and so on where there are more. */
    public String path(int index, String extension) {
        int end = stem();
        String suffix = isDefault ? "." + extension : file.substring(end);
        String number = clips > 1 || index > 0 ? "-" + (index + 1) : "";
        return file.substring(0, end) + number + suffix;
    }

    /** The same clips under a name with a number: {@code video-2.mp4}; 1 changes nothing. */
    public ClipPaths numbered(int number) {
        int end = stem();
        return number == 1
                ? this
                : new ClipPaths(file.substring(0, end) + "-" + number + file.substring(end), isDefault, clips, owner);
    }

    private int stem() {
        int dot = file.lastIndexOf('.');
        return dot > slash() + 1 ? dot : file.length();
    }

    private int slash() {
        return Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\'));
    }

    /** All paths that a clip of the request can end at. */
    public List<String> all() {
        return IntStream.range(0, clips)
                .boxed()
                .flatMap(i -> places(i).stream())
                .toList();
    }

    /** The paths that one clip can end at: with the default, one for each kind of video that an API may give. */
    List<String> places(int index) {
        return Arrays.stream(MediaFormat.values())
                .filter(MediaFormat::isVideo)
                .map(format -> path(index, format.extension()))
                .distinct()
                .toList();
    }

    /** Where one clip grows: beside its place, hidden, the same for each try. */
    String part(int index) {
        int name = slash() + 1;
        return file.substring(0, name) + "." + file.substring(name) + "-" + (index + 1) + "-" + owner
                + ".videogen-part";
    }
}
