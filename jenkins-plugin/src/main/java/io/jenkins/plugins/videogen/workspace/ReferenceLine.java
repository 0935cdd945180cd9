package io.jenkins.plugins.videogen.workspace;

import io.videogen.core.artifact.DataUrl;
import java.util.Optional;

/**
 * A picture, clip or sound as a step names it.
 *
 * @param role what it is for, where that is said
 * @param file a path in the workspace, a URL or a data URL
 */
public record ReferenceLine(Optional<String> role, String file) {

    /** One whose place in the request says what it is for. */
    public static ReferenceLine of(String file) {
        return new ReferenceLine(Optional.empty(), file);
    }

    /** Reads {@code role|file}, or the file alone. */
    public static ReferenceLine parse(String line) {
        int bar = line.indexOf('|');
        return bar < 0 || of(line).isUrl()
                ? of(line)
                : new ReferenceLine(Optional.of(line.substring(0, bar)), line.substring(bar + 1));
    }

    /** Tells a URL or data URL from a path. */
    public boolean isUrl() {
        return isData() || startsWith("http://") || startsWith("https://");
    }

    public boolean isData() {
        return DataUrl.is(file);
    }

    private boolean startsWith(String scheme) {
        return file.regionMatches(true, 0, scheme, 0, scheme.length());
    }
}
