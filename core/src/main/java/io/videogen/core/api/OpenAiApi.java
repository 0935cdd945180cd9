package io.videogen.core.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.core.VideogenException;
import io.videogen.core.request.Encoding;
import io.videogen.core.request.Reference;
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

    @Override
    public ApiName name() {
        return ApiName.OPENAI;
    }

    @Override
    public void check(VideoRequest request, Encoding encoding) {
        FieldRules.check(name(), request);
        References.single(name(), request);
        if (encoding == Encoding.MULTIPART && References.hasLink(request)) {
            throw References.wrongEncoding(
                    name(),
                    "an inputReference given as URL in multipart",
                    "Use encoding auto or json, or name a file.");
        }
        References.check(request);
    }

    @Override
    public Call create(VideoRequest request, Encoding encoding, String submission) {
        check(request, encoding);
        Optional<Reference> reference = References.single(name(), request);
        ObjectNode fields = FieldRules.values(name(), request);
        boolean file = reference.filter(Reference.LocalFile.class::isInstance).isPresent();
        if (encoding == Encoding.MULTIPART || encoding == Encoding.AUTO && file) {
            List<ImageFile> files = reference.map(ImageFile::read).stream().toList();
            return Call.post(OpenAiPaths.VIDEOS, CreateBodies.form(fields, REFERENCE, files));
        }
        reference.ifPresent(value -> fields.putObject(REFERENCE).put("image_url", url(value)));
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
    public Optional<Call> list(VideoRequest request, String submission, Optional<String> after) {
        return Optional.of(OpenAiPaths.list(after));
    }

    @Override
    public Optional<Call> cancel(VideoRequest request, String jobId) {
        return Optional.of(Call.of("DELETE", OpenAiPaths.job(jobId)));
    }

    private static String url(Reference reference) {
        String url = reference instanceof Reference.Link link
                ? link.uri().toString()
                : reference instanceof Reference.Data data
                        ? data.url()
                        : ImageFile.read(reference).dataUrl();
        if (url.length() > MOST_URL_CHARACTERS) {
            throw VideogenException.invalid(
                    "invalid_reference",
                    "The inputReference is too large for JSON: the api \"openai\" takes " + MOST_URL_CHARACTERS
                            + " characters. Use encoding multipart, or make the image smaller.");
        }
        return url;
    }
}
