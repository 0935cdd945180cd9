package io.videogen.core.store;

import java.nio.file.Path;
import java.util.List;

/**
 * What a prune removed.
 *
 * @param clips clips that had not been used for the time given
 * @param leftovers parts of downloads nobody waits for, clips set aside, traces of crashed processes
 */
public record Pruned(List<StoreEntry> clips, List<Path> leftovers) {

    public Pruned {
        clips = List.copyOf(clips);
        leftovers = List.copyOf(leftovers);
    }
}
