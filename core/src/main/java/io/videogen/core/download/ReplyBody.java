package io.videogen.core.download;

import com.fasterxml.jackson.databind.JsonNode;
import io.videogen.core.VideogenException;
import io.videogen.core.http.Endpoint;
import io.videogen.core.http.Token;
import io.videogen.core.reply.RemoteError;
import io.videogen.core.reply.ReplyReader;
import io.videogen.core.text.Said;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A short body that is not the file: an error in the API's words, or the address where the file really is. */
final class ReplyBody {

    /** How much of such a body is read. */
    static final int MOST_BYTES = 64 << 10;

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

    private final Optional<URI> address;
    private final RemoteError error;
    private final String said;

    /** @param asked the address that was asked for: what the body tells may be relative to it */
    ReplyBody(byte[] bytes, URI asked, Optional<Token> token) {
        ReplyReader reader = new ReplyReader(new Endpoint(asked), token, Optional.empty());
        Optional<JsonNode> json = json(bytes, reader);
        address = json.flatMap(reader::address);
        error = json.map(reader::error).orElse(RemoteError.NOTHING);
        String words = json.isPresent() ? code("") + " " + message() : new String(bytes, StandardCharsets.UTF_8);
        // XML error bodies of object stores count too, a web page does not.
        said = words.contains("<html") ? "" : words.toLowerCase(Locale.ROOT);
    }

    /** Where the body says that the file is. */
    Optional<URI> address() {
        return address;
    }

    /** The API's code, or the word given. */
    String code(String otherwise) {
        return error.code().or(error::type).map(Said::toString).orElse(otherwise);
    }

    /** The API's message, fit to be shown; empty when there is none. */
    String message() {
        return error.message().toString();
    }

    boolean saysNotReady() {
        return NOT_READY.stream().anyMatch(said::contains);
    }

    boolean saysExpired() {
        return said.contains("expired");
    }

    private static Optional<JsonNode> json(byte[] bytes, ReplyReader reader) {
        try {
            return Optional.of(reader.parse(bytes));
        } catch (VideogenException e) {
            return Optional.empty();
        }
    }
}
