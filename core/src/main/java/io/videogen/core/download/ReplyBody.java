package io.videogen.core.download;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.videogen.core.text.ServerText;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A short body that is not the file: an error in the API's words, or the address where the file really is. */
final class ReplyBody {

    /** How much of such a body is read. */
    static final int MOST_BYTES = 64 << 10;

    private static final int MOST_MESSAGE = 300;
    private static final int MOST_CODE = 100;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final List<String> ADDRESSES =
            List.of("/video_url", "/url", "/result_url", "/download_url", "/data/video_url", "/data/url", "/video/url");
    private static final List<String> MESSAGES =
            List.of("/error/message", "/error", "/message", "/msg", "/detail", "/fail_reason", "/base_resp/status_msg");
    private static final List<String> CODES = List.of("/error/code", "/error/type", "/code");
    private static final List<String> NOT_READY = List.of(
            "not completed",
            "not_completed",
            "not ready",
            "not_ready",
            "not_start",
            "processing",
            "in_progress",
            "in progress",
            "queued",
            "pending");

    private final ServerText words;
    private final String text;
    private final JsonNode json;

    ReplyBody(byte[] bytes, ServerText words) {
        this.words = words;
        text = new String(bytes, StandardCharsets.UTF_8);
        json = parse(text);
    }

    /** Where the body says that the file is. */
    Optional<URI> address(URI base) {
        return first(ADDRESSES).flatMap(value -> {
            try {
                URI uri = base.isOpaque() ? URI.create(value.strip()) : base.resolve(value.strip());
                String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
                boolean usable = scheme.equals("data") || scheme.startsWith("http") && uri.getHost() != null;
                return usable ? Optional.of(uri) : Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        });
    }

    /** The API's code, or the word given. */
    String code(String otherwise) {
        return first(CODES).map(code -> words.said(code, MOST_CODE).toString()).orElse(otherwise);
    }

    /** The API's message, fit to be shown; empty when there is none. */
    String message() {
        return words.said(first(MESSAGES).orElse(""), MOST_MESSAGE).toString();
    }

    boolean saysNotReady() {
        String said = said();
        return NOT_READY.stream().anyMatch(said::contains);
    }

    boolean saysExpired() {
        return said().contains("expired");
    }

    /** XML error bodies of object stores count too, a web page does not. */
    private String said() {
        String said = json.isMissingNode() ? text : code("") + " " + message();
        return said.contains("<html") ? "" : said.toLowerCase(Locale.ROOT);
    }

    private Optional<String> first(List<String> pointers) {
        return pointers.stream()
                .map(json::at)
                .filter(JsonNode::isValueNode)
                .filter(node -> !node.isNull())
                .map(JsonNode::asText)
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    private static JsonNode parse(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return node == null ? MAPPER.missingNode() : node;
        } catch (JsonProcessingException e) {
            return MAPPER.missingNode();
        }
    }
}
