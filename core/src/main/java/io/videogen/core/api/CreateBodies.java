package io.videogen.core.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.core.VideogenException;
import io.videogen.core.http.HttpBody;
import io.videogen.core.http.MultipartForm;
import io.videogen.core.request.Reference;
import java.util.List;

/** Encodes the fields of a create request. */
final class CreateBodies {

    private CreateBodies() {}

    static HttpBody json(ObjectNode fields) {
        return HttpBody.of("application/json; charset=utf-8", JsonTree.bytes(fields));
    }

    /** Numbers and booleans as their text, objects and lists as JSON text; {@code null} has no form. */
    static HttpBody form(ObjectNode fields, String fileField, List<Reference> references) {
        MultipartForm form = new MultipartForm();
        fields.properties().forEach(field -> form.field(field.getKey(), text(field.getKey(), field.getValue())));
        references.stream()
                .map(ImageFile::read)
                .forEach(file -> form.file(fileField, file.name(), file.contentType(), file.content()));
        return form.build();
    }

    private static String text(String name, JsonNode value) {
        if (value.isNull()) {
            throw VideogenException.invalid("null_in_form")
                    .says(
                            "The option \"%s\" is null, which multipart can not say. Take it out, or set encoding"
                                    + " json.",
                            name);
        }
        return value.isContainerNode() ? JsonTree.text(value) : value.asText();
    }
}
