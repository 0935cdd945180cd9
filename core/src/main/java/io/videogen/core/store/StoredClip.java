package io.videogen.core.store;

import java.util.List;
import java.util.Optional;

/**
 * A clip that the store holds, whole and verified.
 *
 * @param key content key of its request
 * @param videos its files in order, at least one
 * @param thumbnail its thumbnail, where the API had one
 * @param facts what is told of it
 */
public record StoredClip(String key, List<StoredFile> videos, Optional<StoredFile> thumbnail, ClipFacts facts) {

    public StoredClip {
        videos = List.copyOf(videos);
    }
}
