package io.videogen.core.api;

import io.videogen.core.request.VideoRequest;
import java.util.Optional;
import java.util.function.Function;

/** The fields that a user can set, by the names users write. */
public enum RequestField {
    PROMPT("prompt", request -> Optional.of(request.prompt())),
    MODEL("model", VideoRequest::model),
    SECONDS("seconds", VideoRequest::seconds),
    SIZE("size", VideoRequest::size),
    /** Its form depends on the API; see {@link References}. */
    INPUT_REFERENCE("inputReference", request -> request.references().stream().findFirst()),
    WATERMARK("watermark", VideoRequest::watermark),
    PRIVATE("private", VideoRequest::privateVideo),
    CHARACTER_URL("characterUrl", VideoRequest::characterUrl),
    CHARACTER_TIMESTAMPS("characterTimestamps", VideoRequest::characterTimestamps),
    FPS("fps", VideoRequest::fps),
    N("n", VideoRequest::n),
    SEED("seed", VideoRequest::seed),
    USER("user", VideoRequest::user),
    RESPONSE_FORMAT("responseFormat", VideoRequest::responseFormat),
    METADATA("metadata", VideoRequest::metadata);

    private final String word;
    private final Function<VideoRequest, Optional<?>> value;

    RequestField(String word, Function<VideoRequest, Optional<?>> value) {
        this.word = word;
        this.value = value;
    }

    /** The name in a POM. */
    public String word() {
        return word;
    }

    Optional<?> value(VideoRequest request) {
        return value.apply(request);
    }
}
