package io.videogen.core.request;

import io.videogen.core.VideogenException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers a {@link VideoRequest}; {@code null} and blank text count as not set. */
public final class VideoRequestBuilder {

    private final Map<VideoField, Object> given = new EnumMap<>(VideoField.class);
    private final List<Reference> references = new ArrayList<>();

    VideoRequestBuilder(String prompt) {
        set(VideoField.PROMPT, prompt);
    }

    /**
     * Sets a field.
     *
     * @param value text, which is read as the field's {@link FieldType} says, or a value of that type
     */
    public VideoRequestBuilder set(VideoField field, Object value) {
        if (value == null) {
            given.remove(field);
        } else {
            given.put(field, value);
        }
        return this;
    }

    public VideoRequestBuilder model(String value) {
        return set(VideoField.MODEL, value);
    }

    public VideoRequestBuilder seconds(String value) {
        return set(VideoField.SECONDS, value);
    }

    public VideoRequestBuilder size(String value) {
        return set(VideoField.SIZE, value);
    }

    /** Adds an input reference. */
    public VideoRequestBuilder reference(Reference value) {
        references.add(value);
        return this;
    }

    /**
     * Checks what holds for every API; the chosen API's own rules are checked by its adapter.
     *
     * @throws VideogenException of kind {@code INVALID_INPUT} that names the field
     */
    public VideoRequest build() {
        Map<VideoField, Object> values = new EnumMap<>(VideoField.class);
        String written =
                String.valueOf(given.getOrDefault(VideoField.PROMPT, "")).strip();
        String prompt = PromptText.normalise(written);
        given.forEach((field, value) ->
                field.read(field == VideoField.PROMPT ? prompt : value).ifPresent(read -> values.put(field, read)));
        if (PromptText.isInvisible(prompt)) {
            throw VideogenException.invalid("missing_prompt")
                    .says("The video has no prompt. Say in \"prompt\" what it shall show.");
        }
        if (!references.isEmpty()) {
            RequestRules.check(VideoField.INPUT_REFERENCE, references);
            values.put(VideoField.INPUT_REFERENCE, List.copyOf(references));
        }
        RequestRules.checkTogether(values);
        return new VideoRequest(values, Optional.of(written).filter(former -> !former.equals(prompt)));
    }
}
