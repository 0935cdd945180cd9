package io.videogen.core.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.core.VideogenException;
import io.videogen.core.reply.Meaning;
import io.videogen.core.request.Encoding;
import io.videogen.core.request.VideoRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * xAI's Grok Imagine: {@code /v1/videos/generations} (docs.x.ai, {@code @ai-sdk/xai}). Its path of a job is the one of
 * OpenAI's. It neither lists nor cancels jobs, and may answer 400 to a poll where it refused the content.
 */
final class XaiApi implements VideoApi {

    private static final List<String> RATIOS = List.of("16:9", "9:16", "4:3", "3:4", "3:2", "2:3", "1:1");
    private static final List<String> RESOLUTIONS = List.of("480p", "720p", "1080p");
    private static final int MOST_REFERENCES = 7;
    /** 10^10 ticks are one dollar. */
    private static final int TICKS = 10;

    @Override
    public ApiName name() {
        return ApiName.XAI;
    }

    @Override
    public List<String> addresses() {
        return List.of("https://api.x.ai/v1");
    }

    @Override
    public void check(VideoRequest request, Encoding encoding) {
        FieldRules.checkJson(name(), request, encoding);
        FieldValues.seconds(name(), request, 1, 15);
        FieldValues.oneOf(name(), "aspectRatio", FieldValues.ratio(request), RATIOS);
        FieldValues.oneOf(name(), "resolution", FieldValues.resolution(request), RESOLUTIONS);
        References.framesOrReferences(name(), request);
        if (request.roleReferences().size() > MOST_REFERENCES) {
            throw VideogenException.invalid("too_many_references")
                    .says(
                            "The video has \"%s\" references, and the api \"xai\" takes \"%s\".",
                            request.roleReferences().size(), MOST_REFERENCES);
        }
        References.check(request);
    }

    @Override
    public Call create(VideoRequest request, Encoding encoding, String submission) {
        ObjectNode fields = FieldRules.values(name(), request);
        FieldValues.seconds(name(), request, 1, 15).ifPresent(seconds -> fields.put("duration", seconds));
        FieldValues.ratio(request).ifPresent(ratio -> fields.put("aspect_ratio", ratio));
        FieldValues.resolution(request).ifPresent(resolution -> fields.put("resolution", resolution));
        request.firstFrame().ifPresent(frame -> fields.putObject("image").put("url", References.url(frame)));
        request.roleReferences().forEach(reference -> fields.withArrayProperty("reference_images")
                .addObject()
                .put("url", References.url(reference.reference())));
        return Call.post(OpenAiPaths.VIDEOS + "/generations", fields);
    }

    @Override
    public Call poll(VideoRequest request, String jobId) {
        return Call.get(OpenAiPaths.job(jobId));
    }

    @Override
    public Meaning meaning(Answer answer) {
        JsonNode json = answer.json();
        ObjectNode reply = Common.copy(json);
        if (answer.question() == Answer.Question.CREATE) {
            return new Meaning.Common(
                    json.has("request_id")
                            ? reply.put("id", json.path("request_id").asText())
                            : reply);
        }
        if (answer.status() == 400) {
            JsonNode message = json.path("error").isTextual() ? json.path("error") : json.at("/error/message");
            return Common.failed(message, json.path("code"), isModeration(json.toString()));
        }
        if (!json.at("/video/respect_moderation").asBoolean(true)) {
            return Common.failed(reply.textNode("the clip is withheld"), reply.textNode("respect_moderation"), true);
        }
        if (!json.has("status") && json.at("/video/url").isTextual()) {
            reply.put("status", "done");
        }
        JsonNode ticks = json.at("/usage/cost_in_usd_ticks");
        if (ticks.isIntegralNumber()) {
            JsonNode dollars = JsonTree.of(BigDecimal.valueOf(ticks.asLong(), TICKS)
                    .stripTrailingZeros()
                    .toPlainString());
            Common.cost(reply, dollars, "USD");
        }
        return new Meaning.Common(reply);
    }

    private static boolean isModeration(String text) {
        return text.toLowerCase(Locale.ROOT).contains("moderation");
    }
}
