package io.videogen.core.batch;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which videos are rendered again though the store has them.
 *
 * @param all every video
 * @param names these videos, where not all
 */
public record Refresh(boolean all, Set<String> names) {

    public static final Refresh NONE = new Refresh(false, Set.of());
    public static final Refresh ALL = new Refresh(true, Set.of());

    public Refresh {
        names = Set.copyOf(names);
    }

    /** Reads {@code true}, {@code false}, nothing, or comma-separated names. */
    public static Refresh parse(String text) {
        String value = text == null ? "" : text.strip();
        if (value.isEmpty() || value.equalsIgnoreCase("false")) {
            return NONE;
        }
        return value.equalsIgnoreCase("true") ? ALL : new Refresh(false, names(value));
    }

    /** Splits comma-separated names; blanks around them and empty ones are dropped. */
    public static Set<String> names(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether this video is rendered again. */
    public boolean includes(String name) {
        return all || names.contains(name);
    }
}
