package io.videogen.maven.input;

import io.videogen.core.VideogenException;
import io.videogen.core.batch.Refresh;
import io.videogen.core.batch.VideoTask;
import io.videogen.core.request.Nearest;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Comma-separated names given on the command line. They hold for the whole build, so a name that this execution does not
 * declare may belong to another execution or module; one that none declares is an error.
 *
 * @param property the property they were given in
 * @param names the names; empty if the property is unset
 */
public record Selection(String property, Set<String> names) {

    public static Selection of(String property, String text) {
        return new Selection(property, Texts.set(text).map(Refresh::names).orElse(Set.of()));
    }

    /**
     * @param kind what they are, for the message
     * @param declaredNames asked for only if something is named: they are read from all modules
     * @throws VideogenException that names the first that is not among those of the build, and the nearest of them
     */
    public void requireAmong(String kind, Supplier<Set<String>> declaredNames) {
        if (names.isEmpty()) {
            return;
        }
        Set<String> declared = declaredNames.get();
        names.stream()
                .filter(name -> !declared.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw VideogenException.invalid(
                            "unknown_name",
                            "The name \"" + name + "\" in " + property + " is none of the " + kind + " of this build. "
                                    + Nearest.to(name, declared)
                                            .map(nearest -> "Did you mean \"" + nearest + "\"? ")
                                            .orElse("")
                                    + "They are: " + String.join(", ", declared) + ".");
                });
    }

    /** The videos that are named; all of them if nothing is. */
    public List<DeclaredVideo> of(List<DeclaredVideo> videos) {
        return names.isEmpty()
                ? videos
                : videos.stream()
                        .filter(video ->
                                Texts.set(video.name()).filter(names::contains).isPresent())
                        .toList();
    }

    /** The names that are declared here. */
    public Set<String> among(List<VideoTask> tasks) {
        return tasks.stream().map(VideoTask::name).filter(names::contains).collect(Collectors.toSet());
    }
}
