package io.videogen.core.request;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One clip as the user declared it, in no API's words yet. Values are passed on as they are: gateways disagree on what
 * a size or a length looks like.
 *
 * @param values the fields that are set, each in the type of its {@link FieldType}; {@link VideoField#PROMPT} always is,
 *     normalised ({@link PromptText})
 * @param formerPrompt the prompt as keys counted it before prompts were normalised, where that is another text
 */
public record VideoRequest(Map<VideoField, Object> values, Optional<String> formerPrompt) {

    private static final Set<VideoField> NAMED =
            EnumSet.of(VideoField.PROMPT, VideoField.MODEL, VideoField.SECONDS, VideoField.SIZE);

    public VideoRequest {
        values = new EnumMap<>(values);
    }

    /** The fields that are set, in the order of {@link VideoField}. */
    @Override
    public Map<VideoField, Object> values() {
        return new EnumMap<>(values);
    }

    public boolean has(VideoField field) {
        return values.containsKey(field);
    }

    /** A field's value, in the type of its {@link FieldType}. */
    public Optional<Object> value(VideoField field) {
        return Optional.ofNullable(values.get(field));
    }

    /** A field's value as text; a JSON object as its text. */
    public Optional<String> text(VideoField field) {
        Object value = values.get(field);
        if (value == null) {
            return Optional.empty();
        }
        return Optional.of(value instanceof JsonObjectText json ? json.text() : value.toString());
    }

    public String prompt() {
        return text(VideoField.PROMPT).orElseThrow();
    }

    /**
     * What is set besides prompt, model, length and size, for all to read: an empty text stands for files, and for
     * addresses, which may be signed.
     */
    public Map<String, String> furtherFields() {
        Map<String, String> further = new LinkedHashMap<>();
        for (Map.Entry<VideoField, Object> set : values.entrySet()) {
            VideoField field = set.getKey();
            if (!NAMED.contains(field)) {
                further.put(
                        field.word(),
                        isForAll(field, set.getValue()) ? text(field).orElseThrow() : "");
            }
        }
        return further;
    }

    private static boolean isForAll(VideoField field, Object value) {
        return field.type().isText()
                && field != VideoField.CHARACTER_URL
                && !(value instanceof JsonObjectText json && json.hasAddress());
    }

    public Optional<String> model() {
        return text(VideoField.MODEL);
    }

    /** Length as the user wrote it, such as {@code 4} or {@code 5.5}. */
    public Optional<String> seconds() {
        return text(VideoField.SECONDS);
    }

    public Optional<String> size() {
        return text(VideoField.SIZE);
    }

    public Optional<JsonObjectText> options() {
        return Optional.ofNullable((JsonObjectText) values.get(VideoField.OPTIONS));
    }

    /** The input references, in order. */
    public List<Reference> references() {
        return list(VideoField.INPUT_REFERENCE, Reference.class);
    }

    /** References besides frames, in order. */
    public List<RoleReference> roleReferences() {
        return list(VideoField.REFERENCES, RoleReference.class);
    }

    /** The picture that the clip begins with: an input reference is that, where an API knows the difference. */
    public Optional<Reference> firstFrame() {
        return has(VideoField.FIRST_FRAME)
                ? Optional.of((Reference) values.get(VideoField.FIRST_FRAME))
                : references().stream().findFirst();
    }

    /** The picture that the clip ends with. */
    public Optional<Reference> lastFrame() {
        return Optional.ofNullable((Reference) values.get(VideoField.LAST_FRAME));
    }

    /** The video that this one continues. */
    public Optional<Continued> continued() {
        return text(VideoField.CONTINUES).map(Continued::parse);
    }

    /** Whether it is another clip with more at its end. */
    public boolean isExtension() {
        return has(VideoField.CONTINUES) && continued().orElseThrow().extended();
    }

    /** How many clips this request makes and pays for. */
    public int clips() {
        int clips = has(VideoField.N)
                ? (Integer) values.get(VideoField.N)
                : inOptions("n").orElse(BigDecimal.ONE).intValue();
        return Math.max(1, Math.min(clips, RequestRules.MOST_CLIPS));
    }

    /** Length of each clip for limits on what is bought, wherever it was given. */
    public Optional<BigDecimal> countedSeconds() {
        return has(VideoField.SECONDS)
                ? Optional.of(new BigDecimal(seconds().orElseThrow()))
                : inOptions("seconds", "duration", "durationSeconds");
    }

    private Optional<BigDecimal> inOptions(String... names) {
        return has(VideoField.OPTIONS) ? options().orElseThrow().number(names) : Optional.empty();
    }

    private <T> List<T> list(VideoField field, Class<T> type) {
        if (!has(field)) {
            return List.of();
        }
        return value(field)
                .map(list -> ((List<?>) list).stream().map(type::cast).toList())
                .orElse(List.of());
    }

    /** The same with another value of a field, or without it. */
    public VideoRequest with(VideoField field, Object value) {
        Map<VideoField, Object> changed = new EnumMap<>(values);
        if (value == null) {
            changed.remove(field);
        } else {
            changed.put(field, value);
        }
        return new VideoRequest(changed, formerPrompt);
    }

    /** The same with another reference in each place of one. */
    public VideoRequest replacing(Reference one, Reference other) {
        Map<VideoField, Object> replaced = new EnumMap<>(values);
        replaced.replaceAll((field, value) -> value instanceof List<?> list
                ? list.stream().map(item -> replacing(item, one, other)).toList()
                : replacing(value, one, other));
        return new VideoRequest(replaced, formerPrompt);
    }

    private static Object replacing(Object item, Reference one, Reference other) {
        if (item instanceof RoleReference reference && reference.reference().equals(one)) {
            return new RoleReference(other, reference.role());
        }
        return item.equals(one) ? other : item;
    }

    public static VideoRequestBuilder builder(String prompt) {
        return new VideoRequestBuilder(prompt);
    }
}
