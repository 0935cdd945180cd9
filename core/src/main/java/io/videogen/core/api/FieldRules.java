package io.videogen.core.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.core.VideogenException;
import io.videogen.core.advice.Message;
import io.videogen.core.advice.Setting;
import io.videogen.core.request.Continued;
import io.videogen.core.request.Encoding;
import io.videogen.core.request.JsonObjectText;
import io.videogen.core.request.VideoField;
import io.videogen.core.request.VideoRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Rules that follow from {@link FieldTable} alone. */
final class FieldRules {

    private FieldRules() {}

    /** Each field that is set has its place, and nothing is said twice. */
    static void check(ApiName api, VideoRequest request) {
        request.values().keySet().forEach(field -> {
            if (field != VideoField.OPTIONS && FieldTable.wireName(api, field).isEmpty()) {
                throw VideogenException.invalid("unsupported_field")
                        .says(
                                "The field \"%s\" has no place in the api \"%s\". %s Take the field out, or set %s.",
                                field.word(), api.label(), these(FieldTable.apisWith(field)), Setting.API);
            }
        });
        if (request.isExtension() && FieldTable.extensionName(api).isEmpty()) {
            throw VideogenException.invalid("no_extension")
                    .says(
                            "The field \"continues\" is \"%s\", and the api \"%s\" has no way to make a clip longer."
                                    + " %s With the name alone, the video begins with the last frame.",
                            request.continued().orElseThrow(), api.label(), these(FieldTable.apisWithExtension()));
        }
        refuseTwice(api, request, "options", paths(request, VideoField.OPTIONS));
        refuseTwice(
                api,
                request,
                "metadata",
                paths(request, VideoField.METADATA).stream()
                        .map(path ->
                                FieldTable.wireName(api, VideoField.METADATA).orElseThrow() + "." + path)
                        .toList());
    }

    /** What an API that names its models and knows JSON alone asks of every request. */
    static void checkJson(ApiName api, VideoRequest request, Encoding encoding) {
        check(api, request);
        requireModel(api, request);
        References.requireJson(api, encoding);
    }

    private static List<String> paths(VideoRequest request, VideoField field) {
        return request.value(field)
                .map(JsonObjectText.class::cast)
                .map(JsonObjectText::paths)
                .orElse(List.of());
    }

    private static void refuseTwice(ApiName api, VideoRequest request, String where, List<String> paths) {
        for (String path : paths) {
            request.values().keySet().stream()
                    .filter(field -> field != VideoField.METADATA && isSaidBy(api, field, path))
                    .findFirst()
                    .ifPresent(field -> {
                        throw VideogenException.invalid("option_is_a_field")
                                .says(
                                        "The %s say \"%s\", and so does the field \"%s\", which is set. Keep one of the two.",
                                        where, path, field.word());
                    });
        }
    }

    private static boolean isSaidBy(ApiName api, VideoField field, String path) {
        String wire = FieldTable.wireName(api, field).orElse("");
        boolean extension = field == VideoField.CONTINUES
                && FieldTable.extensionName(api).filter(path::equals).isPresent();
        return field.isMeantBy(path)
                || extension
                || Arrays.stream(wire.split("[, ]+"))
                        // A list that the adapter fills, such as content[].text.
                        .anyMatch(name -> name.equals(path) || name.startsWith(path + "[]"));
    }

    static void requireModel(ApiName api, VideoRequest request) {
        if (request.model().isEmpty()) {
            throw VideogenException.invalid("missing_model")
                    .says("The api \"%s\" needs a model. Name one in \"model\", as the provider calls it.", api.word());
        }
    }

    /**
     * The fields under the names of the API, and the options, which go into objects that are there. References and what
     * {@link FieldTable} marks as the adapter's are added by it.
     */
    static ObjectNode values(ApiName api, VideoRequest request) {
        ObjectNode fields = JsonTree.object();
        request.values().forEach((field, value) -> {
            Optional<String> name = FieldTable.wireName(api, field).filter(JsonTree::isPath);
            if (field.type().isText() && field != VideoField.CONTINUES && name.isPresent()) {
                JsonTree.put(fields, name.get(), JsonTree.of(value));
            }
        });
        request.continued()
                .filter(Continued::extended)
                .ifPresent(job ->
                        JsonTree.put(fields, FieldTable.extensionName(api).orElseThrow(), JsonTree.of(job.what())));
        request.options().ifPresent(json -> JsonTree.merge(fields, (ObjectNode) JsonTree.parse(json.text())));
        return fields;
    }

    private static String these(List<ApiName> apis) {
        return Message.text(
                "These APIs have it: \"%s\".", apis.stream().map(ApiName::label).collect(Collectors.joining("\", \"")));
    }
}
