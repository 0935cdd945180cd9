package io.videogen.core.batch;

import io.videogen.core.request.VideoRequest;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * One declared video.
 *
 * @param name stem of the file that it becomes; checked by {@link VideoBatch}
 * @param request what to render
 * @param take which of the request's several clips is delivered, counted from 1; empty for all
 */
public record VideoTask(String name, VideoRequest request, OptionalInt take) {

    public VideoTask {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(request, "request");
    }

    public VideoTask(String name, VideoRequest request) {
        this(name, request, OptionalInt.empty());
    }
}
