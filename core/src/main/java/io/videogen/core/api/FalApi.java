package io.videogen.core.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.core.VideogenException;
import io.videogen.core.http.Endpoint;
import io.videogen.core.http.TokenScheme;
import io.videogen.core.reply.Meaning;
import io.videogen.core.request.Encoding;
import io.videogen.core.request.VideoField;
import io.videogen.core.request.VideoRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * fal's queue (its documents and {@code @fal-ai/client} 1.10): the model is the path, the body is the model's own input,
 * and the result is a second reply. Addresses that a reply names are not followed: the key would go along. They are built
 * from owner and app of the model, as the official client does.
 */
final class FalApi implements VideoApi {

    private static final String MODEL = "[\\w-]+(\\.[\\w-]+)*(/[\\w-]+(\\.[\\w-]+)*)+";
    /** Apps of these owners are one segment deeper. */
    private static final List<String> NAMESPACES = List.of("workflows", "comfy");

    private final String queue;
    private final FalStorage storage;

    FalApi() {
        this("https://queue.fal.run", new FalStorage(FalStorage.PUBLIC));
    }

    /** @param queue the address whose files go to the storage */
    FalApi(String queue, FalStorage storage) {
        this.queue = queue;
        this.storage = storage;
    }

    @Override
    public ApiName name() {
        return ApiName.FAL;
    }

    @Override
    public List<String> addresses() {
        return List.of(queue);
    }

    @Override
    public TokenScheme tokenScheme() {
        return TokenScheme.authorization("Key");
    }

    @Override
    public void check(VideoRequest request, Encoding encoding) {
        FieldRules.checkJson(name(), request, encoding);
        if (!model(request).matches(MODEL)) {
            throw VideogenException.invalid("invalid_model")
                    .says(
                            "The model \"%s\" is no model of fal. Write it as on its page, such as \"fal-ai/veo3.1\""
                                    + " or \"fal-ai/kling-video/v3/pro/image-to-video\".",
                            model(request));
        }
        FieldValues.seconds(name(), request, 1, 3600);
        References.requireFirstFrame(request);
        References.single(name(), request);
        References.check(request, FalStorage.MOST_BYTES);
    }

    /** Behind any other endpoint files go into the request, whatever their size: nobody there is known to store them. */
    @Override
    public Optional<Upload> upload(VideoRequest request, Endpoint endpoint) {
        return Endpoint.origin(URI.create(queue)).equals(endpoint.origin())
                ? storage.upload(request)
                : Optional.empty();
    }

    @Override
    public Call create(VideoRequest request, Encoding encoding, String submission) {
        String model = model(request);
        ObjectNode input = FieldRules.values(name(), request);
        FieldValues.seconds(name(), request, 1, 3600).ifPresent(seconds -> {
            if (model.contains("grok") || model.contains("vidu")) {
                input.put("duration", seconds);
            } else {
                input.put("duration", model.contains("veo") ? seconds + "s" : seconds.toString());
            }
        });
        FieldValues.ratio(request).ifPresent(ratio -> input.put("aspect_ratio", ratio));
        FieldValues.resolution(request).ifPresent(resolution -> input.put("resolution", resolution));
        request.value(VideoField.AUDIO)
                .ifPresent(audio -> input.put(model.contains("vidu") ? "audio" : "generate_audio", (Boolean) audio));
        boolean named = model.contains("first-last-frame");
        request.firstFrame().ifPresent(frame -> input.put(firstFrame(model, named), References.url(frame)));
        request.lastFrame()
                .ifPresent(frame -> input.put(named ? "last_frame_url" : "end_image_url", References.url(frame)));
        request.roleReferences()
                .forEach(reference -> input.withArrayProperty(References.kind(reference.reference()) + "_urls")
                        .add(References.url(reference.reference())));
        return Call.post("/" + model, input);
    }

    /** Kling calls it otherwise from version 2.6 on. */
    private static String firstFrame(String model, boolean named) {
        if (named) {
            return "first_frame_url";
        }
        return model.matches(".*kling-video/(v2\\.[6-9]|v[3-9]).*") ? "start_image_url" : "image_url";
    }

    @Override
    public Call poll(VideoRequest request, String jobId) {
        return Call.get(job(request, jobId) + "/status");
    }

    @Override
    public Optional<Call> result(String jobId, Answer status) {
        return "COMPLETED".equals(status.json().path("status").asText())
                ? Optional.of(Call.get(job(status.request(), jobId)))
                : Optional.empty();
    }

    @Override
    public Optional<Call> cancel(VideoRequest request, String jobId) {
        return Optional.of(Call.of("PUT", job(request, jobId) + "/cancel"));
    }

    @Override
    public Meaning meaning(Answer answer) {
        JsonNode json = answer.json();
        ObjectNode reply = Common.copy(json);
        JsonNode detail = json.path("detail");
        if (detail.isArray() && !detail.isEmpty()) {
            JsonNode first = detail.get(0);
            boolean moderated =
                    "content_policy_violation".equals(first.path("type").asText());
            Common.error(reply, first.path("msg"), first.path("type"), moderated);
        } else if (json.has("error_type")) {
            Common.error(reply, detail, json.path("error_type"), false);
        }
        return switch (answer.question()) {
            case CREATE ->
                new Meaning.Common(
                        json.has("request_id")
                                ? reply.put("id", json.path("request_id").asText())
                                : reply);
            case RESULT -> result(answer, reply);
            case STATUS, UPLOAD -> new Meaning.Common(reply);
        };
    }

    /** The result of a job that is over. 504 there is passing: the clip is paid, and comes at the next try. */
    private static Meaning result(Answer answer, ObjectNode reply) {
        if (answer.http().isSuccess()) {
            reply.put("status", "completed");
            answer.http()
                    .header("x-fal-billable-units")
                    .ifPresent(units -> Common.cost(reply, reply.textNode(units.reveal()), "units"));
            return new Meaning.OfJob(reply);
        }
        return Common.isFinal(answer.status())
                ? new Meaning.OfJob(reply.put("status", "failed"))
                : new Meaning.Common(reply);
    }

    private static String job(VideoRequest request, String jobId) {
        String[] names = model(request).split("/");
        String app = Arrays.stream(names)
                .limit(NAMESPACES.contains(names[0]) ? 3 : 2)
                .collect(Collectors.joining("/"));
        return "/" + app + "/requests/" + PathSegment.escape(jobId);
    }

    private static String model(VideoRequest request) {
        return request.model().orElse("").replaceAll("^/+|/+$", "");
    }
}
