package io.videogen.preview.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.preview.api.RefusalException.Reason;
import io.videogen.preview.clip.ClipSize;
import io.videogen.preview.clip.ClipSpec;
import io.videogen.preview.http.Incoming;
import io.videogen.preview.http.UploadedFile;
import io.videogen.preview.job.JobRequest;
import java.util.Set;
import java.util.stream.Stream;

/** Typed access to the fields of a create request, with OpenAI's wording for wrong types. */
final class Fields {
    private static final int MAX_PROMPT = 32_000;
    private static final int MAX_COUNT = 10;
    private static final Set<String> IMAGES = Set.of("image/jpeg", "image/png", "image/webp");

    private final ObjectNode node;
    private final Incoming incoming;

    Fields(Incoming incoming) {
        this.incoming = incoming;
        this.node = incoming.fields();
    }

    boolean form() {
        return incoming.form();
    }

    /** The field, or null where it is missing or null. */
    JsonNode get(String name) {
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? null : value;
    }

    Stream<UploadedFile> files(String name) {
        return incoming.recorded().files().stream().filter(file -> file.field().equals(name));
    }

    String required(String name) throws RefusalException {
        String text = text(name, null);
        if (text == null || text.isBlank()) {
            throw new RefusalException(Reason.MISSING, name, "Missing required parameter: '" + name + "'.");
        }
        return text;
    }

    String prompt() throws RefusalException {
        String prompt = required("prompt");
        if (prompt.codePointCount(0, prompt.length()) > MAX_PROMPT) {
            throw invalid(
                    "prompt",
                    "Invalid 'prompt': string too long. Expected a string with maximum length " + MAX_PROMPT + ".");
        }
        return prompt;
    }

    String text(String name, String otherwise) throws RefusalException {
        JsonNode value = get(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.isTextual()) {
            throw wrongType(name, "a string", value);
        }
        return value.textValue();
    }

    /** A number in JSON or a numeric text. */
    Double number(String name) throws RefusalException {
        JsonNode value = get(name);
        if (value == null || value.isTextual() && value.textValue().isBlank()) {
            return null;
        }
        if (value.isNumber()) {
            return value.doubleValue();
        }
        if (!value.isTextual()) {
            throw wrongType(name, "a number", value);
        }
        return parse(name, value.textValue());
    }

    Boolean flag(String name) throws RefusalException {
        JsonNode value = get(name);
        if (value == null) {
            return null;
        }
        if (value.isBoolean() && !form()) {
            return value.booleanValue();
        }
        if (value.isTextual() && form() && Set.of("true", "false").contains(value.textValue())) {
            return Boolean.valueOf(value.textValue());
        }
        throw wrongType(name, form() ? "\"true\" or \"false\"" : "a boolean", value);
    }

    int count() throws RefusalException {
        Double count = number("n");
        if (count == null) {
            return 1;
        }
        if (count != Math.rint(count) || count < 1 || count > MAX_COUNT) {
            throw invalid("n", "Invalid 'n': the preview server draws 1 to " + MAX_COUNT + " clips of a request.");
        }
        return count.intValue();
    }

    /** Checks the file part as OpenAI does: with a file name and an image content type. */
    void imageFile(String name) throws RefusalException {
        JsonNode value = get(name);
        if (form() && value != null && value.isTextual()) {
            throw invalid(name, "Invalid type for '" + name + "': expected a file, but got a string instead.");
        }
        for (UploadedFile file : files(name).toList()) {
            if (!IMAGES.contains(file.contentType().split(";", 2)[0].strip())) {
                throw invalid(
                        name,
                        "Invalid file '" + name + "': unsupported mimetype ('" + file.contentType()
                                + "'). Supported file formats are 'image/jpeg', 'image/png', and 'image/webp'.");
            }
        }
    }

    JobRequest request(String prompt, String model, String size, String seconds, int count) throws RefusalException {
        double duration =
                seconds == null || seconds.isBlank() ? ClipSpec.DEFAULT_SECONDS : parse("seconds", seconds.strip());
        ClipSize pixels = size == null || size.isBlank() ? ClipSize.DEFAULT : size(size);
        return request(prompt, model, size, seconds, pixels, duration, count);
    }

    JobRequest request(
            String prompt, String model, String size, String seconds, ClipSize pixels, double duration, int count)
            throws RefusalException {
        if (!(duration >= 1 && duration <= ClipSpec.MAX_SECONDS)) {
            throw invalid(
                    "seconds",
                    "Invalid 'seconds': \"" + plain(duration) + "\". The preview server draws 1 to 60 seconds.");
        }
        return new JobRequest(
                prompt,
                model,
                size == null || size.isBlank() ? pixels.toString() : size,
                seconds == null || seconds.isBlank() ? plain(duration) : seconds,
                pixels,
                duration,
                count,
                false);
    }

    ClipSize size(String text) throws RefusalException {
        try {
            return ClipSize.parse(text);
        } catch (IllegalArgumentException e) {
            throw invalid("size", "Invalid 'size': " + e.getMessage() + ".");
        }
    }

    /** {@code 4} for 4.0, {@code 5.2} for 5.2. */
    static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }

    static RefusalException invalid(String name, String message) {
        return new RefusalException(Reason.INVALID, name, message);
    }

    static RefusalException wrongType(String name, String expected, JsonNode value) {
        String got =
                switch (value.getNodeType()) {
                    case NUMBER -> value.isIntegralNumber() ? "an integer" : "a decimal";
                    case BOOLEAN -> "a boolean";
                    case ARRAY -> "an array";
                    case OBJECT -> "an object";
                    default -> "a string";
                };
        return new RefusalException(
                Reason.WRONG_TYPE,
                name,
                "Invalid type for '" + name + "': expected " + expected + ", but got " + got + " instead.");
    }

    private static double parse(String name, String text) throws RefusalException {
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // falls through to the refusal, which says more
        }
        throw invalid(name, "Invalid '" + name + "': \"" + text + "\" is not a number.");
    }
}
