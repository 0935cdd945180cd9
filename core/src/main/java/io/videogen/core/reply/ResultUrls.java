package io.videogen.core.reply;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.videogen.core.advice.Message;
import io.videogen.core.advice.Setting;
import io.videogen.core.artifact.ArtifactLocation;
import io.videogen.core.artifact.DataUrl;
import io.videogen.core.http.Endpoint;
import io.videogen.core.text.ServerText;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds the clip's address in the places that gateways put it. */
final class ResultUrls {

    private static final int MOST_CLIPS = 100;

    /** In order of trust; each may hold a text, a list, or an object with a URL in it. */
    private static final List<String> PLACES = List.of(
            "/video_url",
            "/url",
            "/result_url",
            "/download_url",
            "/output_url",
            "/metadata/url",
            "/data/video_url",
            "/data/url",
            "/data/result_url",
            "/data/download_url",
            "/data/output_url",
            "/data/metadata/url",
            "/video",
            "/output",
            "/content",
            "/outputs",
            "/result",
            "/urls",
            "/unsigned_urls",
            "/video_urls",
            "/videos",
            "/creations",
            "/data",
            "/data/video",
            "/data/output",
            "/data/content",
            "/data/urls",
            "/data/videos",
            "/data/creations",
            "/data/task_result/videos",
            "/task_result/videos",
            "/task/content",
            "/task/video_url",
            "/task/url",
            "/output/videos",
            "/result/videos",
            "/assets/video",
            "/data/data/video_url",
            "/data/data/url",
            "/data/data/task_result/videos",
            "/data/data/data/task_result/videos");
    /** Places of another meaning, in which some gateways put the URL; only a full URL counts there. */
    private static final List<String> ODD_PLACES =
            List.of("/fail_reason", "/data/fail_reason", "/object", "/remixed_from_video_id");

    private static final List<String> THUMBNAILS = List.of(
            "/thumbnail_url",
            "/data/thumbnail_url",
            "/cover_url",
            "/data/cover_url",
            "/poster_url",
            "/thumbnail",
            "/video/thumbnail_url",
            "/metadata/thumbnail_url");
    private static final List<String> INSIDE = List.of("video_url", "url", "result_url", "download_url");

    private final ResultUrl urls;
    private final ServerText words;

    ResultUrls(Endpoint endpoint, ServerText words) {
        this.words = words;
        this.urls = new ResultUrl(endpoint);
    }

    /**
     * The clips' addresses, in order.
     *
     * @param clips how many were asked for; of more, as of several renditions of one clip, the first ones are taken
     */
    List<ArtifactLocation> videos(JsonNode root, int clips, Optional<String> jobId, Optional<URI> content) {
        List<URI> best = List.of();
        for (String place : PLACES) {
            List<URI> found = at(root.at(place), jobId, content);
            if (best.isEmpty() || clips > 1 && found.size() > best.size()) {
                best = found;
            }
        }
        for (String place : ODD_PLACES) {
            JsonNode node = root.at(place);
            if (best.isEmpty() && node.isTextual() && ResultUrl.isAbsolute(node.asText())) {
                best = at(node, jobId, content);
            }
        }
        OptionalLong bytes = best.size() == 1 ? bytes(root) : OptionalLong.empty();
        return best.stream()
                .limit(Math.max(1, clips))
                .map(uri -> urls.location(uri, bytes))
                .toList();
    }

    Optional<ArtifactLocation> thumbnail(JsonNode root) {
        return THUMBNAILS.stream().flatMap(place -> at(root, place).stream()).findFirst();
    }

    /** A file whose address is at one place. */
    Optional<ArtifactLocation> at(JsonNode root, String place) {
        return Optional.of(root.at(place))
                .filter(JsonNode::isTextual)
                .flatMap(node -> urls.parse(node.asText(), Optional.empty(), Optional.empty()))
                .map(this::location);
    }

    /** A file whose length nobody claims. */
    ArtifactLocation location(URI uri) {
        return urls.location(uri, OptionalLong.empty());
    }

    /** The place that the user named. */
    List<ArtifactLocation> named(JsonNode root, JsonPointer pointer, Optional<String> jobId, Optional<URI> content) {
        JsonNode node = root.at(pointer);
        List<URI> found = at(node, jobId, content);
        if (found.isEmpty()) {
            String what = node.isMissingNode()
                    ? Message.text("there is nothing")
                    : node.isTextual()
                            ? Message.text("there is \"%s\", which is no URL", words.said(node.asText(), 80))
                            : Message.text("there is no text with a URL");
            throw new WrongPointerException(
                    "The job is completed, but at the artifactPointer \"%s\" of its status reply %s. Correct"
                            + " %s; the job is kept.",
                    pointer, what, Setting.ARTIFACT_POINTER);
        }
        return found.stream().map(this::location).toList();
    }

    private List<URI> at(JsonNode node, Optional<String> jobId, Optional<URI> content) {
        List<URI> found = new ArrayList<>();
        if (node.isTextual()) {
            urls.parse(node.asText(), jobId, content).ifPresent(found::add);
        } else if (node.isArray()) {
            for (JsonNode item : node) {
                if (found.size() < MOST_CLIPS) {
                    inside(item, jobId, content).ifPresent(found::add);
                }
            }
        } else if (node.isObject()) {
            inside(node, jobId, content).ifPresent(found::add);
        }
        return found;
    }

    private Optional<URI> inside(JsonNode item, Optional<String> jobId, Optional<URI> content) {
        if (item.isTextual()) {
            return urls.parse(item.asText(), jobId, content);
        }
        if (item.path("b64_json").isTextual()) {
            return urls.parse(DataUrl.of("video/mp4", item.path("b64_json").asText()), jobId, content);
        }
        return INSIDE.stream()
                .map(item::path)
                .filter(JsonNode::isTextual)
                .flatMap(node -> urls.parse(node.asText(), jobId, content).stream())
                .findFirst();
    }

    private static OptionalLong bytes(JsonNode root) {
        for (String place : List.of("/file_size", "/data/file_size", "/size_bytes")) {
            JsonNode node = root.at(place);
            String text =
                    node.isTextual() || node.isIntegralNumber() ? node.asText().strip() : "";
            if (text.matches("[1-9]\\d{0,15}")) {
                return OptionalLong.of(Long.parseLong(text));
            }
        }
        return OptionalLong.empty();
    }
}
