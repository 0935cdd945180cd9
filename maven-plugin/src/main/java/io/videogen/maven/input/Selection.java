package io.videogen.maven.input;

import io.videogen.core.batch.Refresh;
import java.util.List;
import java.util.Set;

/**
 * The videos that are asked for.
 *
 * @param names names of {@code videogen.only}; empty for all
 */
public record Selection(Set<String> names) {

    public static Selection of(String only) {
        return new Selection(Texts.set(only).map(Refresh::names).orElse(Set.of()));
    }

    public List<DeclaredVideo> of(List<DeclaredVideo> videos) {
        return names.isEmpty()
                ? videos
                : videos.stream()
                        .filter(video ->
                                Texts.set(video.name()).filter(names::contains).isPresent())
                        .toList();
    }
}
