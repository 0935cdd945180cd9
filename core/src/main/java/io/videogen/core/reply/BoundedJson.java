package io.videogen.core.reply;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.text.ServerText;
import java.io.IOException;

/** Parses what a server sent, within bounds on depth and length that no honest reply reaches. */
final class BoundedJson {

    /**
     * Names, values, brackets. The largest honest reply is a list of a hundred jobs with some dozens of fields; a tree
     * takes up to a hundred bytes for each.
     */
    private static final int MOST_VALUES = 50_000;

    private static final int MOST_DEPTH = 64;

    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MOST_DEPTH)
                            .maxTokenCount(MOST_VALUES)
                            .maxNumberLength(100)
                            .maxNameLength(10_000)
                            .maxStringLength(16 << 20)
                            .build())
                    .build())
            .build()
            .reader();

    private BoundedJson() {}

    /** @throws VideogenException of kind {@link ErrorKind#BAD_REPLY} that says what came instead of JSON */
    static JsonNode parse(byte[] body, ServerText words) {
        int start = 0;
        while (start < body.length && body[start] >= 0 && body[start] <= ' ') {
            start++;
        }
        if (start == body.length) {
            throw bad("empty_reply").says("The endpoint answered with an empty reply.");
        }
        if (body[start] == '<') {
            throw bad("html_reply")
                    .says("The endpoint answered with a web page instead of JSON, which is not the API's word."
                            + " Check the base URL; a proxy or a login page may be in the way.");
        }
        try {
            return READER.readTree(body, start, body.length - start);
        } catch (StreamConstraintsException e) {
            throw bad("oversized_reply")
                    .says(
                            "The endpoint answered with JSON that is larger or deeper than any honest reply: more"
                                    + " values than %s, deeper than %s, or an endless word. Check the base URL.",
                            MOST_VALUES, MOST_DEPTH);
        } catch (JsonProcessingException e) {
            // The parser's own words are for those who program it, and quote what may have to be hidden.
            throw bad("malformed_reply").says("The endpoint answered with something that is not JSON.");
        } catch (IOException e) {
            throw bad("malformed_reply")
                    .says("The endpoint answered with bytes that are not text (%s).", words.said(e.getMessage(), 200));
        }
    }

    static VideogenException.Unsaid bad(String code) {
        return VideogenException.of(ErrorKind.BAD_REPLY, code);
    }
}
