package io.videogen.core.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.core.VideogenException;
import io.videogen.core.request.Encoding;
import io.videogen.core.request.Reference;
import io.videogen.core.request.VideoRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** new-api's {@code /v1/video/generations}: JSON alone. Files are served at {@code /v1/videos/ID/content}. */
final class NewApiApi implements VideoApi {

    private static final String PATH = "/v1/video/generations";

    @Override
    public ApiName name() {
        return ApiName.NEW_API;
    }

    @Override
    public void check(VideoRequest request, Encoding encoding) {
        FieldRules.check(name(), request);
        FieldRules.requireModel(name(), request);
        request.seconds().ifPresent(NewApiApi::duration);
        References.pictures(request);
        References.requireJson(name(), encoding);
        References.check(request);
    }

    @Override
    public Call create(VideoRequest request, Encoding encoding, String submission) {
        ObjectNode fields = FieldRules.values(name(), request);
        request.seconds().ifPresent(seconds -> fields.put("duration", duration(seconds)));
        List<Reference> pictures = References.pictures(request);
        if (pictures.size() == 1) {
            fields.put("image", References.urlOrBase64(pictures.get(0)));
        } else {
            pictures.forEach(picture -> fields.withArrayProperty("images").add(References.urlOrBase64(picture)));
        }
        return Call.post(PATH, fields);
    }

    @Override
    public Call poll(VideoRequest request, String jobId) {
        return Call.get(PATH + "/" + PathSegment.escape(jobId));
    }

    @Override
    public Optional<String> contentPath(String jobId) {
        return Optional.of(OpenAiPaths.content(jobId));
    }

    private static int duration(String seconds) {
        try {
            return new BigDecimal(seconds).intValueExact();
        } catch (ArithmeticException e) {
            throw VideogenException.invalid("invalid_seconds")
                    .says(
                            "The length \"%s\" is not a whole number of seconds. The api \"new-api\" takes"
                                    + " \"duration\" as an integer and would silently render its default for anything else.",
                            seconds);
        }
    }
}
