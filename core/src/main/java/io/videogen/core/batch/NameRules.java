package io.videogen.core.batch;

import io.videogen.core.advice.Message;
import io.videogen.core.output.FileNames;
import io.videogen.core.output.Manifest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Checks that names can become files on every system, and that no two files of a batch share a name. */
final class NameRules {

    private NameRules() {}

    static void check(List<VideoTask> tasks) {
        Map<String, String> takenBy = new HashMap<>();
        for (VideoTask task : tasks) {
            FileNames.check("video", task.name());
            for (String stem : stems(task)) {
                String other = takenBy.putIfAbsent(stem.toLowerCase(Locale.ROOT), task.name());
                if (other != null) {
                    throw FileNames.invalid(
                            "duplicate_name",
                            "video",
                            task.name(),
                            "%s",
                            task.name().equalsIgnoreCase(other)
                                    ? Message.text("is given to two videos (upper and lower case count as the same)")
                                    : Message.text(
                                            "and the name \"%s\" both lead to a file \"%s\", because of the number of clips n",
                                            other, stem));
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
}
