package io.videogen.preview.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.preview.clip.ClipSize;
import io.videogen.preview.http.Incoming;
import io.videogen.preview.http.Percent;
import io.videogen.preview.http.RecordedRequest;
import io.videogen.preview.job.JobRequest;
import io.videogen.preview.job.JobState;
import io.videogen.preview.job.JobView;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the APIs with paths of their own have in common: a path is read by method and text, a body by its members. */
abstract class OwnPaths implements Dialect {
    private static final Pattern RATIO = Pattern.compile("(\\d{1,3}):(\\d{1,3})");

    @Override
    public final Optional<Target> target(RecordedRequest request) {
        String method = request.method().equals("HEAD") ? "GET" : request.method();
        return Optional.of(target(method + " " + request.path(), request));
    }

    /**
     * @param line method and path as sent, such as {@code GET /v1/tasks/a}
     */
    abstract Target target(String line, RecordedRequest request);

    @Override
    public boolean managesJobs() {
        return false;
    }

    @Override
    public String newId() {
        return OpenAi.hex();
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** The first group of a pattern that fits the line, decoded. */
    static Optional<String> id(String line, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(line);
        return matcher.matches() ? Optional.of(Percent.decode(matcher.group(1))) : Optional.empty();
    }

    /** A word for each state: queued, running, completed, failed. */
    static String word(JobView job, String queued, String running, String completed, String failed) {
        return switch (job.state()) {
            case QUEUED -> queued;
            case RUNNING -> running;
            case COMPLETED -> completed;
            case FAILED -> failed;
        };
    }

    static boolean failed(JobView job) {
        return job.state() == JobState.FAILED;
    }

    static String message(JobView job) {
        return job.error().map(error -> error.message()).orElse("");
    }

    static String code(JobView job) {
        return job.error().map(error -> error.code()).orElse("");
    }

    /** Members of an object in the body, as the fields of a request. */
    static Incoming inside(Incoming incoming, String name) throws RefusalException {
        JsonNode inner = incoming.fields().path(name);
        if (!inner.isObject()) {
            throw Fields.invalid(name, "'" + name + "' must be an object");
        }
        return new Incoming(incoming.recorded(), (ObjectNode) inner, false);
    }

    /** Refuses a member of another type than the API documents. */
    static void require(boolean fine, String name, String expected) throws RefusalException {
        if (!fine) {
            throw Fields.invalid(name, "Invalid type for '" + name + "': expected " + expected);
        }
    }

    /** A whole number, or nothing. */
    static String whole(JsonNode value, String name) throws RefusalException {
        require(value.isMissingNode() || value.isIntegralNumber(), name, "an integer");
        return value.isMissingNode() ? null : value.asText();
    }

    /** A text with a number, such as {@code 5} or {@code 5s}, or nothing. */
    static String lengthText(JsonNode value, String name, String unit) throws RefusalException {
        require(value.isMissingNode() || value.isTextual() && value.asText().matches("\\d+" + unit), name, "a text");
        return value.isMissingNode() ? null : value.asText().replaceAll("\\D", "");
    }

    /** A job of a size that is told by ratio and resolution, each of which may be missing. */
    static JobRequest job(
            Incoming incoming, String prompt, String model, String seconds, JsonNode ratio, JsonNode resolution)
            throws RefusalException {
        ClipSize size = size(ratio.asText(""), resolution.asText(""));
        return new Fields(incoming).request(prompt, model, size.toString(), seconds, 1);
    }

    private static ClipSize size(String ratio, String resolution) throws RefusalException {
        int side =
                switch (resolution.toLowerCase(Locale.ROOT)) {
                    case "" -> 720;
                    case "1k" -> 1024;
                    case "2k" -> 1440;
                    case "4k" -> 2160;
                    default ->
                        resolution.matches("\\d{3,4}[pP]")
                                ? Integer.parseInt(resolution.substring(0, resolution.length() - 1))
                                : 0;
                };
        Matcher shape = RATIO.matcher(ratio.isEmpty() ? "16:9" : ratio);
        if (side == 0 || !shape.matches()) {
            throw Fields.invalid("resolution", "unsupported resolution '" + resolution + "' or ratio '" + ratio + "'");
        }
        int width = Integer.parseInt(shape.group(1));
        int height = Integer.parseInt(shape.group(2));
        try {
            return width >= height
                    ? ClipSize.of((long) side * width / height, side)
                    : ClipSize.of(side, (long) side * height / width);
        } catch (IllegalArgumentException e) {
            throw Fields.invalid("resolution", e.getMessage());
        }
    }
}
