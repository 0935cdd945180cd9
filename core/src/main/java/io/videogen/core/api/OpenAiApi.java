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
        boolean several = References.pictures(request).size() > 1;
        if (several && (encoding == Encoding.JSON || References.hasLink(request))) {
            throw References.wrongEncoding(
                    name(),
                    "several pictures in JSON, or as URL",
                    "Name files, which go by multipart (encoding auto).");
        }
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
        List<Reference> pictures = References.pictures(request);
        ObjectNode fields = FieldRules.values(name(), request);
        if (request.isExtension()) {
            // It has the model and the size of the clip that it makes longer.
            fields.remove(List.of("model", "size"));
            return Call.post(OpenAiPaths.VIDEOS + "/extensions", fields);
        }
        boolean parts = pictures.size() > 1 || pictures.stream().anyMatch(Reference.LocalFile.class::isInstance);
        if (encoding == Encoding.MULTIPART || encoding == Encoding.AUTO && parts) {
            List<ImageFile> files = pictures.stream().map(ImageFile::read).toList();
            return Call.post(OpenAiPaths.VIDEOS, CreateBodies.form(fields, REFERENCE, files));
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
            throw VideogenException.invalid(
                    "invalid_reference",
                    "The inputReference is too large for JSON: the api \"openai\" takes " + MOST_URL_CHARACTERS
                            + " characters. Use encoding multipart, or make the image smaller.");
        }
        return url;
    }
}
