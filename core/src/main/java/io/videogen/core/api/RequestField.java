package io.videogen.core.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.videogen.core.request.VideoRequest;
import java.util.Optional;
import java.util.function.Function;

/** The fields that a user can set, by the names users write. */
public enum RequestField {
    PROMPT("prompt", request -> Optional.of(TextNode.valueOf(request.prompt()))),
    MODEL("model", request -> request.model().map(TextNode::valueOf)),
    SECONDS("seconds", request -> request.seconds().map(TextNode::valueOf)),
    SIZE("size", request -> request.size().map(TextNode::valueOf)),
    /** Its value depends on the API; see {@link References}. */
    INPUT_REFERENCE("inputReference", request -> Optional.empty()),
    WATERMARK("watermark", request -> request.watermark().map(BooleanNode::valueOf)),
    PRIVATE("private", request -> request.privateVideo().map(BooleanNode::valueOf)),
    CHARACTER_URL("characterUrl", request -> request.characterUrl().map(TextNode::valueOf)),
    CHARACTER_TIMESTAMPS(
            "characterTimestamps", request -> request.characterTimestamps().map(TextNode::valueOf)),
    FPS("fps", request -> request.fps().map(IntNode::valueOf)),
    N("n", request -> request.n().map(IntNode::valueOf)),
    SEED("seed", request -> request.seed().map(LongNode::valueOf)),
    USER("user", request -> request.user().map(TextNode::valueOf)),
    RESPONSE_FORMAT("responseFormat", request -> request.responseFormat().map(TextNode::valueOf)),
    METADATA("metadata", request -> request.metadata().map(json -> JsonTree.parse(json.text())));

    private final String word;
    private final Function<VideoRequest, Optional<? extends JsonNode>> value;

    RequestField(String word, Function<VideoRequest, Optional<? extends JsonNode>> value) {
        this.word = word;
        this.value = value;
    }

    /** The name in a POM. */
    public String word() {
        return word;
    }

    boolean isSet(VideoRequest request) {
        return this == INPUT_REFERENCE
                ? !request.references().isEmpty()
                : value.apply(request).isPresent();
    }

    Optional<? extends JsonNode> value(VideoRequest request) {
        return value.apply(request);
    }
}
