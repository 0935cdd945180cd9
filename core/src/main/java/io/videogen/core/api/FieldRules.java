package io.videogen.core.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.core.VideogenException;
import io.videogen.core.request.JsonObjectText;
import io.videogen.core.request.VideoRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Rules that follow from {@link FieldTable} alone. */
final class FieldRules {

    private FieldRules() {}

    /** Each field that is set has its place, and no option stands in for a field. */
    static void check(ApiName api, VideoRequest request) {
        for (RequestField field : RequestField.values()) {
            if (field.value(request).isPresent()
                    && FieldTable.wireName(api, field).isEmpty()) {
                throw VideogenException.invalid(
                        "unsupported_field",
                        "The field \"" + field.word() + "\" has no place in the api \"" + api.word() + "\". "
                                + apisWith(field) + " Take the field out, or set videogen.api.");
            }
        }
        request.options().map(JsonObjectText::names).orElse(List.of()).forEach(name -> refuseField(api, name));
    }

    private static void refuseField(ApiName api, String name) {
        field(api, name).ifPresent(field -> {
            throw VideogenException.invalid(
                    "option_is_a_field",
                    "The options name \"" + name + "\", which the field \"" + field.word() + "\" is for. "
                            + apisWith(field) + " Move the value there.");
        });
    }

    static void requireModel(ApiName api, VideoRequest request) {
        if (request.model().isEmpty()) {
            throw VideogenException.invalid(
                    "missing_model",
                    "The api \"" + api.word() + "\" needs a model. Name one in \"model\", as the provider calls it.");
        }
    }

    /** The fields under the names of the API, the options last; references are added by the adapter. */
    static ObjectNode values(ApiName api, VideoRequest request) {
        ObjectNode fields = JsonTree.object();
        for (RequestField field : RequestField.values()) {
            if (field != RequestField.INPUT_REFERENCE) {
                field.value(request)
                        .ifPresent(value ->
                                fields.set(FieldTable.wireName(api, field).orElseThrow(), JsonTree.of(value)));
            }
        }
        request.options().ifPresent(json -> fields.setAll((ObjectNode) JsonTree.parse(json.text())));
        return fields;
    }

    private static Optional<RequestField> field(ApiName api, String name) {
        return Arrays.stream(RequestField.values())
                .filter(field -> plain(field.word()).equals(plain(name))
                        || FieldTable.wireName(api, field).filter(name::equals).isPresent())
                .findFirst();
    }

    /** {@code responseFormat} and {@code response_format} are one name. */
    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    private static String apisWith(RequestField field) {
        return FieldTable.apisWith(field).stream()
                .map(ApiName::word)
                .collect(Collectors.joining("\", \"", "These APIs have it: \"", "\"."));
    }
}
