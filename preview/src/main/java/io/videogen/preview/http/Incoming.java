package io.videogen.preview.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A request with its body read.
 *
 * @param recorded what tests see
 * @param fields members of a JSON body, or fields of a form: texts, {@code a[b]} as an object, repeated ones as an array
 * @param form whether the body was a form, where every value is text
 */
public record Incoming(RecordedRequest recorded, ObjectNode fields, boolean form) {
    static Incoming empty(RecordedRequest recorded) {
        return new Incoming(recorded, JsonNodeFactory.instance.objectNode(), false);
    }
}
