package io.videogen.core.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.core.reply.Meaning;
import io.videogen.core.request.Encoding;
import io.videogen.core.request.JsonObjectText;
import io.videogen.core.request.VideoField;
import io.videogen.core.request.VideoRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Seedance on BytePlus and Volcengine Ark: {@code /api/v3/contents/generations/tasks} (types of their SDKs, and live
 * calls that TanStack AI recorded). A field that the model has not is a 400 there. DELETE cancels a queued task and
 * deletes the record of a finished one, so it is not used.
 */
final class ArkApi implements VideoApi {

    private static final String PATH = "/api/v3/contents/generations/tasks";
    /** What a path of four kilobytes holds. */
    private static final int MOST_IDS = 50;

    private static final List<String> RATIOS = List.of("16:9", "9:16", "4:3", "3:4", "1:1", "21:9");
    private static final List<String> RESOLUTIONS = List.of("480p", "720p", "1080p", "2k", "4k");

    @Override
    public ApiName name() {
        return ApiName.ARK;
    }

    @Override
    public List<String> addresses() {
        return List.of("https://ark.ap-southeast.bytepluses.com/api/v3", "https://ark.cn-beijing.volces.com/api/v3");
    }

    @Override
    public void check(VideoRequest request, Encoding encoding) {
        FieldRules.checkJson(name(), request, encoding);
        seconds(request);
        FieldValues.oneOf(name(), "aspectRatio", FieldValues.ratio(request), RATIOS);
        FieldValues.oneOf(name(), "resolution", FieldValues.resolution(request), RESOLUTIONS);
        References.requireFirstFrame(request);
        References.framesOrReferences(name(), request);
        References.check(request);
    }

    @Override
    public Call create(VideoRequest request, Encoding encoding, String submission) {
        ObjectNode fields = FieldRules.values(name(), request);
        content(fields.putArray("content"), request);
        FieldValues.ratio(request).ifPresent(ratio -> fields.put("ratio", ratio));
        FieldValues.resolution(request).ifPresent(resolution -> fields.put("resolution", resolution));
        seconds(request).ifPresent(seconds -> fields.put("duration", seconds));
        return Call.post(PATH, fields);
    }

    /** As the models' pages have them; of a model that a gateway named otherwise, what any has. */
    private Optional<Integer> seconds(VideoRequest request) {
        String model = request.model().orElse("").replaceAll(".*seedance-(\\d)[-.](\\d).*", "$1.$2");
        return switch (model) {
            case "2.5" -> FieldValues.seconds(name(), request, 4, 30);
            case "2.0" -> FieldValues.seconds(name(), request, 4, 15);
            case "1.5" -> FieldValues.seconds(name(), request, 4, 12);
            case "1.0" -> FieldValues.seconds(name(), request, 2, 12);
            default -> FieldValues.seconds(name(), request, 2, 30);
        };
    }

    /** Text, frames and references with their roles; MiniMax took this over. */
    static void content(ArrayNode content, VideoRequest request) {
        content.addObject().put("type", "text").put("text", request.prompt());
        request.firstFrame().ifPresent(frame -> References.part(content, frame).put("role", "first_frame"));
        request.lastFrame().ifPresent(frame -> References.part(content, frame).put("role", "last_frame"));
        request.roleReferences().forEach(reference -> References.part(content, reference.reference())
                .put("role", References.role(reference)));
    }

    @Override
    public VideoRequest withLastFrame(VideoRequest request) {
        ObjectNode options = JsonTree.object().put("return_last_frame", true);
        // What the user says of it goes.
        request.options().ifPresent(said -> JsonTree.merge(options, (ObjectNode) JsonTree.parse(said.text())));
        return request.with(VideoField.OPTIONS, JsonObjectText.parse("options", JsonTree.text(options)));
    }

    @Override
    public Call poll(VideoRequest request, String jobId) {
        return Call.get(PATH + "/" + PathSegment.escape(jobId));
    }

    /** The list echoes no prompt: a task counts as ours by model, length and size together. */
    @Override
    public Optional<Listing> search(VideoRequest request, String submission) {
        return Optional.of(Listing.search(
                next -> Call.get(PATH + "?page_num=1&page_size=500"),
                reply -> Listing.page(reply, "items", (task, job) -> {
                    job.set("id", task.path("id"));
                    job.set("created_at", task.path("created_at"));
                    job.set("model", task.path("model"));
                    job.put("seconds", task.path("duration").asText());
                    boolean same = FieldValues.ratio(request)
                                    .orElse("")
                                    .equals(task.path("ratio").asText())
                            && FieldValues.resolution(request)
                                    .orElse("")
                                    .equals(task.path("resolution").asText());
                    job.put("size", same ? request.size().orElse("") : "another");
                })));
    }

    @Override
    public List<Listing> listings(List<String> jobIds) {
        List<Listing> listings = new ArrayList<>();
        for (int from = 0; from < jobIds.size(); from += MOST_IDS) {
            List<String> some = jobIds.subList(from, Math.min(from + MOST_IDS, jobIds.size()));
            String filter = some.stream()
                    .map(id -> "&filter.task_ids=" + PathSegment.escape(id))
                    .collect(Collectors.joining());
            listings.add(new Listing(
                    some,
                    next -> Call.get(PATH + "?page_num=1&page_size=" + MOST_IDS + filter),
                    reply -> Listing.page(reply, "items", (task, job) -> job.setAll(Common.copy(task)))));
        }
        return listings;
    }

    @Override
    public Meaning meaning(Answer answer) {
        JsonNode json = answer.json();
        ObjectNode reply = Common.copy(json);
        JsonNode code = json.at("/error/code");
        if (code.asText().contains("Sensitive")) {
            Common.error(reply, json.at("/error/message"), code, true);
        }
        if (json.at("/content/last_frame_url").isTextual()) {
            reply.set("last_frame_url", json.at("/content/last_frame_url"));
        }
        return new Meaning.Common(Common.cost(reply, json.at("/usage/completion_tokens"), "tokens"));
    }
}
