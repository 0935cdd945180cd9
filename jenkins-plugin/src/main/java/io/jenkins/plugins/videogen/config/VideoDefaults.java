package io.jenkins.plugins.videogen.config;

import io.videogen.core.request.VideoField;
import java.util.HashMap;
import java.util.Map;

/**
 * What a video is at an endpoint where the step does not say.
 *
 * @param model may be {@code null}, as all
 */
public record VideoDefaults(String model, String seconds, String size) {
    /** An endpoint that leaves all to its API. */
    public static final VideoDefaults NONE = new VideoDefaults(null, null, null);

    /** The value of a field, or {@code null}. */
    public String of(VideoField field) {
        return switch (field) {
            case MODEL -> model;
            case SECONDS -> seconds;
            case SIZE -> size;
            default -> null;
        };
    }

    /** The same as JDK types, for the build's program. */
    public Map<String, String> toMap() {
        Map<String, String> map = new HashMap<>();
        map.put("model", model);
        map.put("seconds", seconds);
        map.put("size", size);
        return map;
    }

    /** Reads what {@link #toMap} gave; {@code null}, of an older program, is none. */
    public static VideoDefaults fromMap(Map<String, String> map) {
        return map == null ? NONE : new VideoDefaults(map.get("model"), map.get("seconds"), map.get("size"));
    }
}
