package io.videogen.core.api;

import io.videogen.core.request.VideoField;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which API has which field, and what it calls it: a column for each API, after its own documents. A name with a dot is
 * a field in an object; one with {@code []} or a blank is placed by the adapter.
 */
public final class FieldTable {

    private static final Map<ApiName, Map<VideoField, String>> COLUMNS = new EnumMap<>(ApiName.class);

    private static final Map<ApiName, String> EXTENSIONS = Map.of(
            ApiName.OPENAI, "video.id",
            ApiName.OPENROUTER, "previous_job_id",
            ApiName.GEMINI, "previous_interaction_id");

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
        column(
                ApiName.OPENROUTER,
                Map.ofEntries(
                        Map.entry(VideoField.PROMPT, "prompt"),
                        Map.entry(VideoField.MODEL, "model"),
                        Map.entry(VideoField.SECONDS, "duration"),
                        Map.entry(VideoField.SIZE, "size or aspect_ratio, resolution"),
                        Map.entry(VideoField.ASPECT_RATIO, "aspect_ratio"),
                        Map.entry(VideoField.RESOLUTION, "resolution"),
                        Map.entry(VideoField.AUDIO, "generate_audio"),
                        Map.entry(VideoField.FIRST_FRAME, "frame_images[]"),
                        Map.entry(VideoField.LAST_FRAME, "frame_images[]"),
                        Map.entry(VideoField.INPUT_REFERENCE, "frame_images[]"),
                        Map.entry(VideoField.REFERENCES, "input_references[]"),
                        Map.entry(VideoField.SEED, "seed"),
                        Map.entry(VideoField.USER, "user")));
        column(
                ApiName.FAL,
                Map.ofEntries(
                        Map.entry(VideoField.PROMPT, "prompt"),
                        Map.entry(VideoField.MODEL, "in the path"),
                        Map.entry(VideoField.SECONDS, "duration"),
                        Map.entry(VideoField.SIZE, "aspect_ratio, resolution"),
                        Map.entry(VideoField.ASPECT_RATIO, "aspect_ratio"),
                        Map.entry(VideoField.RESOLUTION, "resolution"),
                        Map.entry(VideoField.NEGATIVE_PROMPT, "negative_prompt"),
                        Map.entry(VideoField.AUDIO, "generate_audio or audio"),
                        Map.entry(VideoField.FIRST_FRAME, "image_url or start_image_url"),
                        Map.entry(VideoField.LAST_FRAME, "end_image_url or last_frame_url"),
                        Map.entry(VideoField.INPUT_REFERENCE, "image_url or start_image_url"),
                        Map.entry(VideoField.REFERENCES, "image_urls[]"),
                        Map.entry(VideoField.SEED, "seed")));
        column(
                ApiName.ARK,
                Map.ofEntries(
                        Map.entry(VideoField.PROMPT, "content[].text"),
                        Map.entry(VideoField.MODEL, "model"),
                        Map.entry(VideoField.SECONDS, "duration"),
                        Map.entry(VideoField.SIZE, "ratio, resolution"),
                        Map.entry(VideoField.ASPECT_RATIO, "ratio"),
                        Map.entry(VideoField.RESOLUTION, "resolution"),
                        Map.entry(VideoField.AUDIO, "generate_audio"),
                        Map.entry(VideoField.FIRST_FRAME, "content[].image_url"),
                        Map.entry(VideoField.LAST_FRAME, "content[].image_url"),
                        Map.entry(VideoField.INPUT_REFERENCE, "content[].image_url"),
                        Map.entry(VideoField.REFERENCES, "content[].role"),
                        Map.entry(VideoField.WATERMARK, "watermark"),
                        Map.entry(VideoField.SEED, "seed"),
                        Map.entry(VideoField.USER, "safety_identifier")));
        column(
                ApiName.XAI,
                Map.ofEntries(
                        Map.entry(VideoField.PROMPT, "prompt"),
                        Map.entry(VideoField.MODEL, "model"),
                        Map.entry(VideoField.SECONDS, "duration"),
                        Map.entry(VideoField.SIZE, "aspect_ratio, resolution"),
                        Map.entry(VideoField.ASPECT_RATIO, "aspect_ratio"),
                        Map.entry(VideoField.RESOLUTION, "resolution"),
                        Map.entry(VideoField.FIRST_FRAME, "image.url"),
                        Map.entry(VideoField.INPUT_REFERENCE, "image.url"),
                        Map.entry(VideoField.REFERENCES, "reference_images[]"),
                        Map.entry(VideoField.USER, "user")));
        column(
                ApiName.GEMINI,
                Map.ofEntries(
                        Map.entry(VideoField.PROMPT, "input[].text"),
                        Map.entry(VideoField.MODEL, "model"),
                        Map.entry(VideoField.SECONDS, "response_format.duration"),
                        Map.entry(VideoField.SIZE, "aspect_ratio, resolution"),
                        Map.entry(VideoField.ASPECT_RATIO, "response_format.aspect_ratio"),
                        Map.entry(VideoField.RESOLUTION, "response_format.resolution"),
                        Map.entry(VideoField.FIRST_FRAME, "input[].data"),
                        Map.entry(VideoField.INPUT_REFERENCE, "input[].data"),
                        Map.entry(VideoField.REFERENCES, "input[].data")));
        column(
                ApiName.VERTEX,
                Map.ofEntries(
                        Map.entry(VideoField.PROMPT, "instances[].prompt"),
                        Map.entry(VideoField.MODEL, "in the path"),
                        Map.entry(VideoField.SECONDS, "parameters.durationSeconds"),
                        Map.entry(VideoField.SIZE, "aspectRatio, resolution"),
                        Map.entry(VideoField.ASPECT_RATIO, "parameters.aspectRatio"),
                        Map.entry(VideoField.RESOLUTION, "parameters.resolution"),
                        Map.entry(VideoField.NEGATIVE_PROMPT, "parameters.negativePrompt"),
                        Map.entry(VideoField.AUDIO, "parameters.generateAudio"),
                        Map.entry(VideoField.FIRST_FRAME, "instances[].image"),
                        Map.entry(VideoField.LAST_FRAME, "instances[].lastFrame"),
                        Map.entry(VideoField.INPUT_REFERENCE, "instances[].image"),
                        Map.entry(VideoField.REFERENCES, "instances[].referenceImages"),
                        Map.entry(VideoField.N, "parameters.sampleCount"),
                        Map.entry(VideoField.SEED, "parameters.seed")));
        column(
                ApiName.REPLICATE,
                Map.ofEntries(
                        Map.entry(VideoField.PROMPT, "prompt"),
                        Map.entry(VideoField.MODEL, "in the path"),
                        Map.entry(VideoField.SECONDS, "duration"),
                        Map.entry(VideoField.SIZE, "aspect_ratio, resolution"),
                        Map.entry(VideoField.ASPECT_RATIO, "aspect_ratio"),
                        Map.entry(VideoField.RESOLUTION, "resolution"),
                        Map.entry(VideoField.NEGATIVE_PROMPT, "negative_prompt"),
                        Map.entry(VideoField.AUDIO, "generate_audio"),
                        Map.entry(VideoField.FIRST_FRAME, "image"),
                        Map.entry(VideoField.LAST_FRAME, "last_frame"),
                        Map.entry(VideoField.INPUT_REFERENCE, "image"),
                        Map.entry(VideoField.REFERENCES, "reference_images[]"),
                        Map.entry(VideoField.FPS, "fps"),
                        Map.entry(VideoField.SEED, "seed")));
        column(
                ApiName.RUNWAY,
                Map.ofEntries(
                        Map.entry(VideoField.PROMPT, "promptText"),
                        Map.entry(VideoField.MODEL, "model"),
                        Map.entry(VideoField.SECONDS, "duration"),
                        Map.entry(VideoField.SIZE, "ratio, resolution"),
                        Map.entry(VideoField.ASPECT_RATIO, "ratio"),
                        Map.entry(VideoField.RESOLUTION, "resolution"),
                        Map.entry(VideoField.NEGATIVE_PROMPT, "negativePrompt"),
                        Map.entry(VideoField.AUDIO, "audio"),
                        Map.entry(VideoField.FIRST_FRAME, "promptImage[]"),
                        Map.entry(VideoField.LAST_FRAME, "promptImage[]"),
                        Map.entry(VideoField.INPUT_REFERENCE, "promptImage[]"),
                        Map.entry(VideoField.REFERENCES, "references[]"),
                        Map.entry(VideoField.SEED, "seed")));
        column(
                ApiName.DASHSCOPE,
                Map.ofEntries(
                        Map.entry(VideoField.PROMPT, "input.prompt"),
                        Map.entry(VideoField.MODEL, "model"),
                        Map.entry(VideoField.SECONDS, "parameters.duration"),
                        Map.entry(VideoField.SIZE, "parameters: size or resolution"),
                        Map.entry(VideoField.ASPECT_RATIO, "parameters.ratio"),
                        Map.entry(VideoField.RESOLUTION, "parameters.resolution"),
                        Map.entry(VideoField.NEGATIVE_PROMPT, "input.negative_prompt"),
                        Map.entry(VideoField.AUDIO, "parameters.audio"),
                        Map.entry(VideoField.FIRST_FRAME, "input.media[] or img_url"),
                        Map.entry(VideoField.LAST_FRAME, "input.media[]"),
                        Map.entry(VideoField.INPUT_REFERENCE, "input.media[] or img_url"),
                        Map.entry(VideoField.REFERENCES, "input.media[]"),
                        Map.entry(VideoField.WATERMARK, "parameters.watermark"),
                        Map.entry(VideoField.SEED, "parameters.seed")));
        column(
                ApiName.KLING,
                Map.ofEntries(
                        Map.entry(VideoField.PROMPT, "prompt"),
                        Map.entry(VideoField.MODEL, "model_name"),
                        Map.entry(VideoField.SECONDS, "duration"),
                        Map.entry(VideoField.SIZE, "an aspect_ratio"),
                        Map.entry(VideoField.ASPECT_RATIO, "aspect_ratio"),
                        Map.entry(VideoField.NEGATIVE_PROMPT, "negative_prompt"),
                        Map.entry(VideoField.AUDIO, "sound (on or off)"),
                        Map.entry(VideoField.FIRST_FRAME, "image"),
                        Map.entry(VideoField.LAST_FRAME, "image_tail"),
                        Map.entry(VideoField.INPUT_REFERENCE, "image"),
                        Map.entry(VideoField.REFERENCES, "image_list[]")));
        column(
                ApiName.MINIMAX,
                Map.ofEntries(
                        Map.entry(VideoField.PROMPT, "prompt"),
                        Map.entry(VideoField.MODEL, "model"),
                        Map.entry(VideoField.SECONDS, "duration"),
                        Map.entry(VideoField.SIZE, "ratio, resolution"),
                        Map.entry(VideoField.ASPECT_RATIO, "ratio"),
                        Map.entry(VideoField.RESOLUTION, "resolution"),
                        Map.entry(VideoField.FIRST_FRAME, "first_frame_image or content[]"),
                        Map.entry(VideoField.LAST_FRAME, "last_frame_image or content[]"),
                        Map.entry(VideoField.INPUT_REFERENCE, "first_frame_image or content[]"),
                        Map.entry(VideoField.REFERENCES, "content[].role"),
                        Map.entry(VideoField.WATERMARK, "aigc_watermark")));
        column(
                ApiName.VIDU,
                Map.ofEntries(
                        Map.entry(VideoField.PROMPT, "prompt"),
                        Map.entry(VideoField.MODEL, "model"),
                        Map.entry(VideoField.SECONDS, "duration"),
                        Map.entry(VideoField.SIZE, "aspect_ratio, resolution"),
                        Map.entry(VideoField.ASPECT_RATIO, "aspect_ratio"),
                        Map.entry(VideoField.RESOLUTION, "resolution"),
                        Map.entry(VideoField.AUDIO, "audio"),
                        Map.entry(VideoField.FIRST_FRAME, "images[]"),
                        Map.entry(VideoField.LAST_FRAME, "images[]"),
                        Map.entry(VideoField.INPUT_REFERENCE, "images[]"),
                        Map.entry(VideoField.REFERENCES, "images[]"),
                        Map.entry(VideoField.SEED, "seed")));
    }

    private FieldTable() {}

    /** Where the id of a job goes that is made longer, in the APIs that do that. */
    public static Optional<String> extensionName(ApiName api) {
        return Optional.ofNullable(EXTENSIONS.get(api));
    }

    /** The APIs that make a clip longer. */
    static List<ApiName> apisWithExtension() {
        return Arrays.stream(ApiName.values()).filter(EXTENSIONS::containsKey).toList();
    }

    /** The field's name on the wire, or nothing if the API has no place for it. */
    public static Optional<String> wireName(ApiName api, VideoField field) {
        if (field == VideoField.CONTINUES) {
            // A last frame goes where a first frame goes.
            return wireName(api, VideoField.FIRST_FRAME).or(() -> wireName(api, VideoField.INPUT_REFERENCE));
        }
        return Optional.ofNullable(COLUMNS.get(api).get(field));
    }

    /** The field that some API calls so: {@code duration} is one's word for {@code seconds}. */
    public static Optional<VideoField> meantBy(String name) {
        String word = plain(name);
        return Stream.of(VideoField.values())
                .filter(field -> COLUMNS.values().stream()
                        .map(column -> column.getOrDefault(field, ""))
                        .flatMap(names -> Stream.of(names.split("[^A-Za-z_]+")))
                        .anyMatch(wire -> plain(wire).equals(word)))
                .findFirst();
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
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
