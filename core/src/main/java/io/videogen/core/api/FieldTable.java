package io.videogen.core.api;

import static io.videogen.core.api.ApiName.LCONAI;
import static io.videogen.core.api.ApiName.NEW_API;
import static io.videogen.core.api.ApiName.OPENAI;
import static io.videogen.core.api.ApiName.YISHANGYUN;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which API has which field, and what it calls it. After the documents of the APIs: OpenAI's Videos API, lconai's
 * {@code /v1/videos} and sora-2 pages, new-api's {@code /v1/video/generations}, Yishangyun's {@code /v1/videos}.
 */
public final class FieldTable {

    private static final Map<RequestField, Map<ApiName, String>> NAMES = new EnumMap<>(RequestField.class);

    static {
        everywhere(RequestField.PROMPT, "prompt");
        everywhere(RequestField.MODEL, "model");
        everywhere(RequestField.SECONDS, "seconds");
        everywhere(RequestField.SIZE, "size");
        everywhere(RequestField.INPUT_REFERENCE, "input_reference");
        NAMES.get(RequestField.SECONDS).put(NEW_API, "duration");
        NAMES.get(RequestField.INPUT_REFERENCE).put(NEW_API, "image");
        only(LCONAI, RequestField.WATERMARK, "watermark");
        only(LCONAI, RequestField.PRIVATE, "private");
        only(LCONAI, RequestField.CHARACTER_URL, "character_url");
        only(LCONAI, RequestField.CHARACTER_TIMESTAMPS, "character_timestamps");
        only(NEW_API, RequestField.FPS, "fps");
        only(NEW_API, RequestField.N, "n");
        only(NEW_API, RequestField.SEED, "seed");
        only(NEW_API, RequestField.USER, "user");
        only(NEW_API, RequestField.RESPONSE_FORMAT, "response_format");
        only(NEW_API, RequestField.METADATA, "metadata");
    }

    private FieldTable() {}

    /** The field's name on the wire, or nothing if the API has no place for it. */
    public static Optional<String> wireName(ApiName api, RequestField field) {
        return Optional.ofNullable(NAMES.get(field).get(api));
    }

    /** The APIs that have a place for the field. */
    public static List<ApiName> apisWith(RequestField field) {
        return Arrays.stream(ApiName.values())
                .filter(api -> wireName(api, field).isPresent())
                .toList();
    }

    private static void everywhere(RequestField field, String name) {
        Map<ApiName, String> names = new EnumMap<>(ApiName.class);
        for (ApiName api : List.of(OPENAI, LCONAI, NEW_API, YISHANGYUN)) {
            names.put(api, name);
        }
        NAMES.put(field, names);
    }

    private static void only(ApiName api, RequestField field, String name) {
        NAMES.put(field, new EnumMap<>(Map.of(api, name)));
    }
}
