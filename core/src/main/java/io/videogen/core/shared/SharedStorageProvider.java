package io.videogen.core.shared;

import java.util.Optional;

/** Opens one kind of storage. Found by {@link java.util.ServiceLoader} in the module that brings it. */
public interface SharedStorageProvider {

    /** Whether it knows this kind of location, by its scheme. */
    boolean accepts(String location);

    /**
     * Sends nothing yet.
     *
     * @param location as the user wrote it
     * @param keys the access keys, or nothing to look where the provider's own tools look
     * @throws io.videogen.core.VideogenException of kind INVALID_INPUT if the location is malformed
     */
    SharedStorage open(String location, Optional<AccessKeys> keys);
}
