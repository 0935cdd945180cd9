package io.videogen.core.request;

import io.videogen.core.VideogenException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers a {@link VideoRequest}; {@code null} and blank text count as not set. */
public final class VideoRequestBuilder {

    private final String prompt;
    private String model;
    private String seconds;
    private String size;
    private final List<Reference> references = new ArrayList<>();
    private Boolean watermark;
    private Boolean privateVideo;
    private String characterUrl;
    private String characterTimestamps;
    private Integer fps;
    private Integer n;
    private Long seed;
    private String user;
    private String responseFormat;
    private String metadata;
    private String options;

    VideoRequestBuilder(String prompt) {
        this.prompt = prompt;
    }

    public VideoRequestBuilder model(String value) {
        model = value;
        return this;
    }

    public VideoRequestBuilder seconds(String value) {
        seconds = value;
        return this;
    }

    public VideoRequestBuilder size(String value) {
        size = value;
        return this;
    }

    public VideoRequestBuilder reference(Reference value) {
        references.add(value);
        return this;
    }

    public VideoRequestBuilder watermark(Boolean value) {
        watermark = value;
        return this;
    }

    public VideoRequestBuilder privateVideo(Boolean value) {
        privateVideo = value;
        return this;
    }

    public VideoRequestBuilder characterUrl(String value) {
        characterUrl = value;
        return this;
    }

    public VideoRequestBuilder characterTimestamps(String value) {
        characterTimestamps = value;
        return this;
    }

    public VideoRequestBuilder fps(Integer value) {
        fps = value;
        return this;
    }

    public VideoRequestBuilder n(Integer value) {
        n = value;
        return this;
    }

    public VideoRequestBuilder seed(Long value) {
        seed = value;
        return this;
    }

    public VideoRequestBuilder user(String value) {
        user = value;
        return this;
    }

    public VideoRequestBuilder responseFormat(String value) {
        responseFormat = value;
        return this;
    }

    /** JSON object as text. */
    public VideoRequestBuilder metadata(String json) {
        metadata = json;
        return this;
    }

    /** JSON object as text. */
    public VideoRequestBuilder options(String json) {
        options = json;
        return this;
    }

    /** Checks what holds for every API; the chosen API's own rules are checked by its adapter. */
    public VideoRequest build() {
        String written = set(prompt).orElse("");
        String text = set(PromptText.normalise(written))
                .orElseThrow(() -> VideogenException.invalid(
                        "missing_prompt", "The video has no prompt. Say in \"prompt\" what it shall show."));
        set(seconds).ifPresent(RequestRules::checkSeconds);
        RequestRules.checkRange("fps", fps, 1, 1000);
        RequestRules.checkRange("n", n, 1, 100);
        return new VideoRequest(
                text,
                Optional.of(written).filter(former -> !former.equals(text)),
                set(model),
                set(seconds),
                set(size),
                references,
                Optional.ofNullable(watermark),
                Optional.ofNullable(privateVideo),
                set(characterUrl),
                set(characterTimestamps),
                Optional.ofNullable(fps),
                Optional.ofNullable(n),
                Optional.ofNullable(seed),
                set(user),
                set(responseFormat),
                set(metadata).map(json -> JsonObjectText.parse("metadata", json)),
                set(options).map(json -> JsonObjectText.parse("options", json)));
    }

    private static Optional<String> set(String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }
}
