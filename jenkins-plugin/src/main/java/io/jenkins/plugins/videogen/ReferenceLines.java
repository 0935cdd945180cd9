package io.jenkins.plugins.videogen;

import hudson.Util;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * References as text, one a line, as a form has them: a path or URL, or {@code role|path}. A pipeline gives a list of such
 * texts, or of maps with {@code file} and {@code role}. Text, because the step is written into the program of a build.
 */
final class ReferenceLines {
    private static final Set<String> NAMES = Set.of("file", "role");

    private ReferenceLines() {}

    /** @throws IllegalArgumentException if the value is neither text nor a list of the two kinds */
    static String of(Object value) {
        if (value == null || value instanceof CharSequence) {
            return value == null ? null : Util.fixEmptyAndTrim(value.toString());
        }
        List<String> lines = new ArrayList<>();
        if (value instanceof Iterable<?> items) {
            items.forEach(item -> lines.add(line(item)));
        } else {
            lines.add(line(value));
        }
        return Util.fixEmptyAndTrim(String.join("\n", lines));
    }

    private static String line(Object item) {
        if (item instanceof CharSequence) {
            return item.toString().trim();
        }
        if (item instanceof Map<?, ?> map && map.containsKey("file") && NAMES.containsAll(map.keySet())) {
            Object role = map.get("role");
            return (role == null ? "" : role.toString().trim() + "|")
                    + map.get("file").toString().trim();
        }
        throw new IllegalArgumentException(Messages.ReferenceLines_Neither(String.valueOf(item)));
    }
}
