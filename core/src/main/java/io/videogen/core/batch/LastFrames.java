package io.videogen.core.batch;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import java.nio.file.Path;

/** Cuts the last frame out of a clip, for a video that continues it. The host has the tool, which is fetched at need. */
@FunctionalInterface
public interface LastFrames {

    /** For hosts that have no such tool. */
    LastFrames NONE = clip -> {
        throw VideogenException.of(ErrorKind.INVALID_INPUT, "no_frame_cutter")
                .says("A video that continues another needs its last frame, which can not be cut here.");
    };

    /**
     * @param clip a whole clip
     * @return a picture, there until the batch is over
     * @throws VideogenException if it can not be cut
     */
    Path of(Path clip);
}
