package io.videogen.core.batch;

import io.videogen.core.request.VideoField;
import io.videogen.core.request.VideoRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One declared video.
 *
 * @param name stem of the file that it becomes; checked by {@link VideoBatch}
 * @param request what to render
 * @param take which of the request's several clips is delivered, counted from 1; empty for all
 * @param before the video that it continues, where the request names one; {@link #linked} finds it
 */
public record VideoTask(String name, VideoRequest request, OptionalInt take, Optional<VideoTask> before) {

    public VideoTask {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(request, "request");
    }

    public VideoTask(String name, VideoRequest request) {
        this(name, request, OptionalInt.empty());
    }

    public VideoTask(String name, VideoRequest request, OptionalInt take) {
        this(name, request, take, Optional.empty());
    }

    /**
     * The tasks, each with the one that it continues. Most builds have none, and need not load what that takes.
     *
     * @param declared all of which one may continue another, whether they are asked for or not
     * @throws io.videogen.core.VideogenException if a name is none of theirs, or if they go round in a circle
     */
    public static List<VideoTask> linked(List<VideoTask> declared) {
        for (VideoTask task : declared) {
            if (task.continuesAnother()) {
                return Continuing.linked(declared);
            }
        }
        return declared;
    }

    boolean continuesAnother() {
        return request.has(VideoField.CONTINUES);
    }

    VideoTask after(VideoTask task) {
        return new VideoTask(name, request, take, Optional.of(task));
    }

    /** Of several clips the one that stands for the video, counted from 1. */
    int chosen() {
        return take.orElse(1);
    }
}
