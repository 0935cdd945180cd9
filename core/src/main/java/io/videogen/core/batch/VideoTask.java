package io.videogen.core.batch;

import io.videogen.core.request.VideoRequest;
import java.util.Objects;

/**
 * One declared video.
 *
 * @param name stem of the file that it becomes; checked by {@link VideoBatch}
 * @param request what to render
 */
public record VideoTask(String name, VideoRequest request) {

    public VideoTask {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(request, "request");
    }
}
