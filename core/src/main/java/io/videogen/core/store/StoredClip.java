package io.videogen.core.store;

import io.videogen.core.artifact.Stills;
import java.util.List;
import java.util.Optional;

/**
 * A clip that the store holds, whole and verified.
 *
 * @param key content key of its request
 * @param videos its files in order, at least one
 * @param stills the pictures beside it, where the API had some
 * @param facts what is told of it
 */
public record StoredClip(String key, List<StoredFile> videos, Stills<StoredFile> stills, ClipFacts facts) {

    public StoredClip {
        videos = List.copyOf(videos);
    }

    public Optional<StoredFile> thumbnail() {
        return stills.thumbnail();
    }
}
