package io.videogen.core.shared;

import java.util.Arrays;

/**
 * A small object as it was read.
 *
 * @param content its bytes
 * @param version tells it from every other state of the same object; opaque
 */
public record Versioned(byte[] content, String version) {

    boolean holds(byte[] other) {
        return Arrays.equals(content, other);
    }
}
