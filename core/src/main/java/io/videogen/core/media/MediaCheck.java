package io.videogen.core.media;

import java.util.Optional;
import java.util.OptionalDouble;

/** What {@link MediaFile} found out about a file. */
public sealed interface MediaCheck {

    /**
     * The file is whole as far as its container can tell.
     *
     * @param format what it is
     * @param durationSeconds length in seconds; of MP4 and MOV only
     * @param width width in pixels; of MP4 and MOV only
     * @param height height in pixels; of MP4 and MOV only
     */
    record Whole(MediaFormat format, OptionalDouble durationSeconds, Optional<Integer> width, Optional<Integer> height)
            implements MediaCheck {}

    /** The file starts well, but a part of it is missing. */
    record Incomplete(String reason) implements MediaCheck {}

    /** The file is something else, or damaged in a way that more bytes do not mend. */
    record Unfit(String reason) implements MediaCheck {}
}
