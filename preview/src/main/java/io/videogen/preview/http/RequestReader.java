package io.videogen.preview.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads request bodies: JSON, {@code multipart/form-data} and {@code application/x-www-form-urlencoded}. */
final class RequestReader {
    /** JSON may hold a data URL of 20 MiB. */
    private static final int MAX_TEXT = 32 << 20;
    /** As new-api's default. */
    private static final long MAX_FORM = 128L << 20;

    private static final int MAX_RECORDED = 1 << 20;
    private static final Pattern BRACKETS = Pattern.compile("([^\\[\\]]+)\\[([^\\[\\]]*)]");
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(MAX_TEXT)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private RequestReader() {}

    static Incoming read(RecordedRequest head, InputStream in) throws IOException {
        String type = head.header("content-type").orElse("");
        String kind = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (kind.equals("multipart/form-data")) {
            MultipartReader reader = new MultipartReader(new BoundedInput(in, MAX_FORM), type);
            reader.read();
            in.transferTo(new BoundedOutput(new CountingOutput(), MAX_FORM, "the epilogue of the form"));
            ObjectNode fields = form(reader.fields());
            return new Incoming(head.with("", texts(fields), List.copyOf(reader.files())), fields, true);
        }
        if (kind.matches("(image|video|audio)/.*|application/octet-stream")) {
            UploadedFile file = MultipartReader.digest(in, MAX_FORM, type);
            return new Incoming(head.with("", Map.of(), List.of(file)), JSON.createObjectNode(), false);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        in.transferTo(new BoundedOutput(bytes, MAX_TEXT, "the request body"));
        String text = StrictUtf8.decode(bytes.toByteArray(), "the request body");
        String recorded = text.substring(0, Math.min(text.length(), MAX_RECORDED));
        if (text.isBlank()) {
            return new Incoming(head, JSON.createObjectNode(), false);
        }
        if (kind.equals("application/x-www-form-urlencoded")) {
            ObjectNode fields = form(pairs(text));
            return new Incoming(head.with(recorded, texts(fields), List.of()), fields, true);
        }
        ObjectNode fields = json(text);
        return new Incoming(head.with(recorded, texts(fields), List.of()), fields, false);
    }

    private static ObjectNode json(String text) throws IOException {
        try {
            if (JSON.readTree(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw new UnreadableRequestException(
                    400,
                    "We could not parse the JSON body of your request: " + e.getOriginalMessage() + " at line "
                            + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr());
        }
        throw new UnreadableRequestException(400, "The JSON body of your request is not an object.");
    }

    private static ObjectNode form(List<Map.Entry<String, String>> pairs) {
        ObjectNode fields = JSON.createObjectNode();
        for (Map.Entry<String, String> pair : pairs) {
            Matcher brackets = BRACKETS.matcher(pair.getKey());
            if (!brackets.matches()) {
                fields.put(pair.getKey(), pair.getValue());
            } else if (brackets.group(2).isEmpty()) {
                fields.withArrayProperty(brackets.group(1)).add(pair.getValue());
            } else {
                fields.withObjectProperty(brackets.group(1)).put(brackets.group(2), pair.getValue());
            }
        }
        return fields;
    }

    private static List<Map.Entry<String, String>> pairs(String text) {
        return Arrays.stream(text.split("&"))
                .map(pair -> pair.replace('+', ' ').split("=", 2))
                .map(pair -> Map.entry(Percent.decode(pair[0]), pair.length == 2 ? Percent.decode(pair[1]) : ""))
                .toList();
    }

    private static Map<String, String> texts(ObjectNode fields) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            JsonNode value = field.getValue();
            texts.put(field.getKey(), value.isTextual() ? value.textValue() : value.toString());
        }
        return Collections.unmodifiableMap(texts);
    }
}
