package io.videogen.core.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.core.VideogenException;
import io.videogen.core.advice.Message;
import io.videogen.core.request.Encoding;
import io.videogen.core.request.Reference;
import io.videogen.core.request.VideoField;
import io.videogen.core.request.VideoRequest;
import java.util.List;
import java.util.Optional;

/**
 * OpenAI's Videos API (OpenAPI description 2.3.0): JSON, with a reference as {@code {"image_url": ...}}, or multipart
 * with the reference as a file.
 */
final class OpenAiApi implements VideoApi {

    /** Longest {@code image_url} that the description allows. */
    private static final int MOST_URL_CHARACTERS = 20_971_520;

    private static final String REFERENCE = "input_reference";

    private static final List<VideoField> FIRST_ONES = List.of(VideoField.MODEL, VideoField.SIZE);

    @Override
    public ApiName name() {
        return ApiName.OPENAI;
    }

    @Override
    public void check(VideoRequest request, Encoding encoding) {
        FieldRules.check(name(), request);
        if (request.isExtension() && request.has(VideoField.LAST_FRAME)) {
            throw notExtended(
                    request,
                    Message.text("\"lastFrame\" is set"),
                    "a clip that is made longer can not end with a picture");
        }
        boolean several = References.pictures(request).size() > 1;
        if (several && (encoding == Encoding.JSON || References.hasLink(request))) {
            throw References.wrongEncoding(
                    name(),
                    Message.text("several pictures in JSON, or as URL"),
                    "Name files, which go by multipart (encoding auto).");
        }
        if (encoding == Encoding.MULTIPART && References.hasLink(request)) {
            throw References.wrongEncoding(
                    name(),
                    Message.text("an inputReference given as URL in multipart"),
                    "Use encoding auto or json, or name a file.");
        }
        References.check(request);
    }

    /** Neither model nor size is sent: the clip has those of the one that it makes longer. */
    @Override
    public void checkExtension(VideoRequest request, VideoRequest first) {
        for (VideoField field : FIRST_ONES) {
            if (request.has(field) && !request.text(field).equals(first.text(field))) {
                throw notExtended(
                        request,
                        Message.text(
                                "\"%s\" is \"%s\"",
                                field.word(), request.text(field).orElseThrow()),
                        "its model and its size stay those of the clip that it makes longer, which has %s",
                        first.text(field).map(value -> "\"" + value + "\"").orElseGet(() -> Message.text("none set")));
            }
        }
    }

    private VideogenException notExtended(VideoRequest request, String field, String why, Object... values) {
        return VideogenException.invalid("contradicting_fields")
                .says(
                        "The field %s, and \"continues\" is \"%s\": in the api \"%s\", %s. Take the field out,"
                                + " or take \"extended\" out: with the name alone, the video begins with the last frame.",
                        field, request.continued().orElseThrow(), name().word(), Message.text(why, values));
    }

    @Override
    public Call create(VideoRequest request, Encoding encoding, String submission) {
        List<Reference> pictures = References.pictures(request);
        if (request.isExtension()) {
            VideoRequest own = request.with(VideoField.MODEL, null).with(VideoField.SIZE, null);
            return Call.post(OpenAiPaths.VIDEOS + "/extensions", FieldRules.values(name(), own));
        }
        ObjectNode fields = FieldRules.values(name(), request);
        boolean parts = pictures.size() > 1 || pictures.stream().anyMatch(Reference.LocalFile.class::isInstance);
        if (encoding == Encoding.MULTIPART || encoding == Encoding.AUTO && parts) {
            return Call.post(OpenAiPaths.VIDEOS, CreateBodies.form(fields, REFERENCE, pictures));
        }
        pictures.forEach(picture -> fields.putObject(REFERENCE).put("image_url", url(picture)));
        return Call.post(OpenAiPaths.VIDEOS, fields);
    }

    @Override
    public Call poll(VideoRequest request, String jobId) {
        return Call.get(OpenAiPaths.job(jobId));
    }

    @Override
    public Optional<String> contentPath(String jobId) {
        return Optional.of(OpenAiPaths.content(jobId));
    }

    @Override
    public Optional<String> thumbnailPath(String jobId) {
        return Optional.of(OpenAiPaths.content(jobId) + "?variant=thumbnail");
    }

    @Override
    public Optional<Listing> search(VideoRequest request, String submission) {
        return Optional.of(Listing.search(OpenAiPaths::list, page -> page));
    }

    /** The newest hundred, whosever they are. */
    @Override
    public List<Listing> listings(List<String> jobIds) {
        return List.of(new Listing(jobIds, OpenAiPaths::list, page -> page));
    }

    @Override
    public Optional<Call> cancel(VideoRequest request, String jobId) {
        return Optional.of(Call.of("DELETE", OpenAiPaths.job(jobId)));
    }

    private static String url(Reference reference) {
        String url = References.url(reference);
        if (url.length() > MOST_URL_CHARACTERS) {
            throw VideogenException.invalid("invalid_reference")
                    .says(
                            "The inputReference is too large for JSON: the api \"openai\" takes %s characters. Use"
                                    + " encoding multipart, or make the image smaller.",
                            MOST_URL_CHARACTERS);
        }
        return url;
    }
}
