package io.videogen.core.api;

import io.videogen.core.request.VideoField;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which API has which field, and what it calls it: a column for each API, after its own documents. A name with a dot is
 * a field in an object; one with {@code []} or a blank is placed by the adapter.
 */
public final class FieldTable {

    private static final Map<ApiName, Map<VideoField, String>> COLUMNS = new EnumMap<>(ApiName.class);

    static {
        column(
                ApiName.OPENAI,
                Map.of(
                        VideoField.PROMPT, "prompt",
                        VideoField.MODEL, "model",
                        VideoField.SECONDS, "seconds",
                        VideoField.SIZE, "size",
                        VideoField.FIRST_FRAME, "input_reference",
                        VideoField.LAST_FRAME, "input_reference",
                        VideoField.INPUT_REFERENCE, "input_reference"));
        column(
                ApiName.LCONAI,
                Map.of(
                        VideoField.PROMPT, "prompt",
                        VideoField.MODEL, "model",
                        VideoField.SECONDS, "seconds",
                        VideoField.SIZE, "size",
                        VideoField.INPUT_REFERENCE, "input_reference",
                        VideoField.WATERMARK, "watermark",
                        VideoField.PRIVATE, "private",
                        VideoField.CHARACTER_URL, "character_url",
                        VideoField.CHARACTER_TIMESTAMPS, "character_timestamps"));
        column(
                ApiName.NEW_API,
                Map.ofEntries(
                        Map.entry(VideoField.PROMPT, "prompt"),
                        Map.entry(VideoField.MODEL, "model"),
                        Map.entry(VideoField.SECONDS, "duration"),
                        Map.entry(VideoField.SIZE, "size"),
                        Map.entry(VideoField.ASPECT_RATIO, "metadata.aspect_ratio"),
                        Map.entry(VideoField.RESOLUTION, "metadata.resolution"),
                        Map.entry(VideoField.NEGATIVE_PROMPT, "metadata.negative_prompt"),
                        Map.entry(VideoField.FIRST_FRAME, "image"),
                        Map.entry(VideoField.LAST_FRAME, "images"),
                        Map.entry(VideoField.INPUT_REFERENCE, "image"),
                        Map.entry(VideoField.FPS, "fps"),
                        Map.entry(VideoField.N, "n"),
                        Map.entry(VideoField.SEED, "seed"),
                        Map.entry(VideoField.USER, "user"),
                        Map.entry(VideoField.RESPONSE_FORMAT, "response_format"),
                        Map.entry(VideoField.METADATA, "metadata")));
        column(
                ApiName.YISHANGYUN,
                Map.of(
                        VideoField.PROMPT, "prompt",
                        VideoField.MODEL, "model",
                        VideoField.SECONDS, "seconds",
                        VideoField.SIZE, "size",
                        VideoField.INPUT_REFERENCE, "input_reference"));
    }

    private FieldTable() {}

    /** The field's name on the wire, or nothing if the API has no place for it. */
    public static Optional<String> wireName(ApiName api, VideoField field) {
        return Optional.ofNullable(COLUMNS.get(api).get(field));
    }

    /** The APIs that have a place for the field. */
    public static List<ApiName> apisWith(VideoField field) {
        return Arrays.stream(ApiName.values())
                .filter(api -> wireName(api, field).isPresent())
                .toList();
    }

    private static void column(ApiName api, Map<VideoField, String> names) {
        COLUMNS.put(api, names);
    }
}
