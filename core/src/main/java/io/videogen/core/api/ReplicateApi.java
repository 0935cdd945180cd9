package io.videogen.core.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.core.VideogenException;
import io.videogen.core.reply.Meaning;
import io.videogen.core.request.Encoding;
import io.videogen.core.request.VideoRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replicate's predictions (its documents, {@code replicate} 1.4 from npm). Every model has an input of its own: the usual
 * names are sent, and {@code options} go into the input. {@code Prefer: wait} is not used, since a held create makes a
 * lost reply likelier. What a prediction made is deleted there after an hour.
 */
final class ReplicateApi implements VideoApi {

    private static final String PATH = "/v1/predictions";
    private static final String MODEL = "[\\w.-]+/[\\w.-]+(:[\\w.-]+)?";
    private static final Pattern CURSOR = Pattern.compile("[?&]cursor=([^&#]+)");

    @Override
    public ApiName name() {
        return ApiName.REPLICATE;
    }

    @Override
    public List<String> addresses() {
        return List.of("https://api.replicate.com/v1");
    }

    @Override
    public void check(VideoRequest request, Encoding encoding) {
        FieldRules.checkJson(name(), request, encoding);
        String model = request.model().orElse("");
        if (!model.matches(MODEL) || model.contains("..")) {
            throw VideogenException.invalid("invalid_model")
                    .says(
                            "The model \"%s\" is no model of Replicate. Write it as \"owner/name\", or as"
                                    + " \"owner/name:version\".",
                            model);
        }
        FieldValues.seconds(name(), request, 1, 3600);
        References.single(name(), request);
        References.check(request);
    }

    @Override
    public Call create(VideoRequest request, Encoding encoding, String submission) {
        ObjectNode fields = JsonTree.object();
        ObjectNode input = fields.putObject("input");
        JsonTree.merge(input, FieldRules.values(name(), request));
        FieldValues.seconds(name(), request, 1, 3600).ifPresent(seconds -> input.put("duration", seconds));
        FieldValues.ratio(request).ifPresent(ratio -> input.put("aspect_ratio", ratio));
        FieldValues.resolution(request).ifPresent(resolution -> input.put("resolution", resolution));
        request.firstFrame().ifPresent(frame -> input.put("image", References.url(frame)));
        request.lastFrame().ifPresent(frame -> input.put("last_frame", References.url(frame)));
        request.roleReferences()
                .forEach(reference -> input.withArrayProperty(reference.role().orElse("reference_images"))
                        .add(References.url(reference.reference())));
        String model = request.model().orElseThrow();
        int version = model.indexOf(':');
        if (version > 0) {
            return Call.post(PATH, fields.put("version", model.substring(version + 1)));
        }
        return Call.post("/v1/models/" + model + "/predictions", fields);
    }

    @Override
    public Call poll(VideoRequest request, String jobId) {
        return Call.get(PATH + "/" + PathSegment.escape(jobId));
    }

    @Override
    public Optional<Call> cancel(VideoRequest request, String jobId) {
        return Optional.of(Call.of("POST", PATH + "/" + PathSegment.escape(jobId) + "/cancel"));
    }

    @Override
    public Optional<Listing> search(VideoRequest request, String submission) {
        return Optional.of(Listing.search(
                next -> Call.get(PATH
                        + next.map(cursor -> "?cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8))
                                .orElse("")),
                ReplicateApi::page));
    }

    @Override
    public Meaning meaning(Answer answer) {
        JsonNode json = answer.json();
        ObjectNode reply = Common.copy(json);
        String error = json.path("error").asText("").toLowerCase(Locale.ROOT);
        if (error.contains("sensitive") || error.contains("nsfw")) {
            Common.error(reply, json.path("error"), json.path("code"), true);
        }
        return new Meaning.Common(Common.cost(reply, json.at("/metrics/predict_time"), "seconds of computing"));
    }

    private static ObjectNode page(JsonNode json) {
        ObjectNode page = Listing.page(json, "results", (prediction, job) -> {
            job.set("id", prediction.path("id"));
            job.set("created_at", prediction.path("created_at"));
            job.set("prompt", prediction.at("/input/prompt"));
            job.set("seconds", prediction.at("/input/duration"));
        });
        // The address of the next page is not followed, since the token would go along; its cursor is taken.
        Matcher cursor = CURSOR.matcher(json.path("next").asText(""));
        return cursor.find() ? Listing.more(page, URLDecoder.decode(cursor.group(1), StandardCharsets.UTF_8)) : page;
    }
}
