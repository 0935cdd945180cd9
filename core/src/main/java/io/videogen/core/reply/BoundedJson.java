package io.videogen.core.reply;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.http.HttpTransport;
import io.videogen.core.text.Said;
import io.videogen.core.text.ServerText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses what a server sent, within bounds on depth and length that no honest reply reaches. */
final class BoundedJson {

    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(64)
                            .maxNumberLength(100)
                            .maxNameLength(10_000)
                            .maxStringLength(16 << 20)
                            .build())
                    .build())
            .build()
            .reader();

    private static final Pattern QUOTATION = Pattern.compile("'[^']*'");

    private BoundedJson() {}

    /** @throws VideogenException of kind {@link ErrorKind#BAD_REPLY} that says what came instead of JSON */
    static JsonNode parse(byte[] body, ServerText words) {
        int start = 0;
        while (start < body.length && body[start] >= 0 && body[start] <= ' ') {
            start++;
        }
        if (start == body.length) {
            throw bad("empty_reply", "The endpoint answered with an empty reply.");
        }
        if (body[start] == '<') {
            throw bad(
                    "html_reply",
                    "The endpoint answered with a web page instead of JSON (\"" + beginning(body, start, words)
                            + "\"). Check the base URL; a proxy or a login page may be in the way.");
        }
        try {
            return READER.readTree(body, start, body.length - start);
        } catch (JsonProcessingException e) {
            throw bad(
                    "malformed_reply",
                    "The endpoint answered with something that is not JSON (\"" + beginning(body, start, words)
                            + "\"): " + words.said(withoutQuotations(e.getOriginalMessage()), 200) + ".");
        } catch (IOException e) {
            throw bad(
                    "malformed_reply",
                    "The endpoint answered with bytes that are not text (" + words.said(e.getMessage(), 200) + ").");
        }
    }

    static VideogenException bad(String code, String message) {
        return new VideogenException(ErrorKind.BAD_REPLY, code, message);
    }

    /** The parser may have cut them, and then the token in them would not be known for what it is. */
    private static String withoutQuotations(String message) {
        return QUOTATION
                .matcher(message)
                .replaceAll(found -> found.group().length() > 10 ? "'...'" : Matcher.quoteReplacement(found.group()));
    }

    private static Said beginning(byte[] body, int start, ServerText words) {
        int length = Math.min(body.length - start, HttpTransport.MOST_ERROR_BYTES);
        return words.said(new String(body, start, length, StandardCharsets.UTF_8), 80);
    }
}
