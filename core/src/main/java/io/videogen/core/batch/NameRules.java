package io.videogen.core.batch;

import io.videogen.core.VideogenException;
import io.videogen.core.output.Manifest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Checks that names can become files on every system, and that no two files of a batch share a name. */
final class NameRules {

    /** Leaves room for a number, an extension and file systems that count bytes. */
    private static final int LONGEST = 200;

    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Pattern RESERVED_ON_WINDOWS =
            Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?", Pattern.CASE_INSENSITIVE);

    private NameRules() {}

    static void check(List<VideoTask> tasks) {
        Map<String, String> takenBy = new HashMap<>();
        for (VideoTask task : tasks) {
            check(task.name());
            for (String stem : stems(task)) {
                String other = takenBy.putIfAbsent(stem.toLowerCase(Locale.ROOT), task.name());
                if (other != null) {
                    throw invalid(
                            "duplicate_name",
                            task.name(),
                            task.name().equalsIgnoreCase(other)
                                    ? "is given to two videos (upper and lower case count as the same)"
                                    : "and the name \"" + other + "\" both lead to a file \"" + stem
                                            + "\", because of the number of clips n");
                }
            }
        }
    }

    /** Stems of the files that a video becomes. */
    static List<String> stems(VideoTask task) {
        int clips = task.request().clips();
        if (clips == 1) {
            return List.of(task.name());
        }
        return java.util.stream.IntStream.rangeClosed(1, clips)
                .mapToObj(position -> Manifest.numbered(task.name(), position))
                .toList();
    }

    private static void check(String name) {
        if (!SAFE.matcher(name).matches()) {
            throw invalid(
                    "unsafe_name",
                    name,
                    "is not safe as a file name. Use letters, digits, \".\", \"_\" and \"-\", and begin with a letter or"
                            + " digit");
        }
        if (name.endsWith(".")) {
            throw invalid("unsafe_name", name, "ends with a dot, which Windows drops");
        }
        if (RESERVED_ON_WINDOWS.matcher(name).matches()) {
            throw invalid("unsafe_name", name, "is the name of a device on Windows");
        }
        if (name.length() > LONGEST) {
            throw invalid("unsafe_name", name, "is longer than " + LONGEST + " characters");
        }
    }

    private static VideogenException invalid(String code, String name, String why) {
        return VideogenException.invalid(code, "The video name \"" + name + "\" " + why + ". Choose another name.");
    }
}
