package io.jenkins.plugins.videogen.workspace;

import io.videogen.core.media.MediaFormat;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * Names of a request's clips in the workspace.
 *
 * @param file the path that the user gave, or the default
 * @param isDefault whether it is the default; then the extension follows the bytes
 * @param clips how many clips were asked for
 */
public record ClipPaths(String file, boolean isDefault, int clips) implements Serializable {

    /** The path of one clip: {@code demo.mp4}, or {@code demo-1.mp4} and so on where there are more. */
    public String path(int index, String extension) {
        int slash = Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\'));
        int dot = file.lastIndexOf('.');
        int end = dot > slash + 1 ? dot : file.length();
        String suffix = isDefault ? "." + extension : file.substring(end);
        String number = clips > 1 || index > 0 ? "-" + (index + 1) : "";
        return file.substring(0, end) + number + suffix;
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
        int slash = Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\'));
        return file.substring(0, slash + 1) + "." + file.substring(slash + 1) + "-" + (index + 1) + ".videogen-part";
    }
}
