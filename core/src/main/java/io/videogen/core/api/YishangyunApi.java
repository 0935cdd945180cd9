package io.videogen.core.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.core.VideogenException;
import io.videogen.core.advice.Message;
import io.videogen.core.request.Encoding;
import io.videogen.core.request.VideoRequest;
import java.util.Optional;

/** Yishangyun's {@code /v1/videos}: JSON with references as a list of URLs, or multipart with one as a file. */
final class YishangyunApi implements VideoApi {

    private static final String REFERENCE = "input_reference";

    @Override
    public ApiName name() {
        return ApiName.YISHANGYUN;
    }

    @Override
    public void check(VideoRequest request, Encoding encoding) {
        FieldRules.check(name(), request);
        FieldRules.requireModel(name(), request);
        boolean content = References.hasContent(request);
        boolean link = References.hasLink(request);
        if (content && request.references().size() > 1) {
            throw VideogenException.invalid("too_many_references")
                    .says(
                            "The video has \"%s\" inputReferences. The api \"yishangyun\" takes one file, or any"
                                    + " number of URLs.",
                            request.references().size());
        }
        if (content && encoding == Encoding.JSON) {
            throw References.wrongEncoding(
                    name(),
                    Message.text("an inputReference file in JSON"),
                    "Use encoding auto or multipart, or give URLs.");
        }
        if (link && encoding == Encoding.MULTIPART) {
            throw References.wrongEncoding(
                    name(),
                    Message.text("an inputReference given as URL in multipart"),
                    "Use encoding auto or json, or name a file.");
        }
        References.check(request);
    }

    @Override
    public Call create(VideoRequest request, Encoding encoding, String submission) {
        ObjectNode fields = FieldRules.values(name(), request);
        boolean content = References.hasContent(request);
        if (content || encoding == Encoding.MULTIPART) {
            return Call.post(OpenAiPaths.VIDEOS, CreateBodies.form(fields, REFERENCE, request.references()));
        }
        request.references()
                .forEach(reference -> fields.withArrayProperty(REFERENCE).add(References.url(reference)));
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
}
