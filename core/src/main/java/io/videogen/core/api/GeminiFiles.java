package io.videogen.core.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.core.VideogenException;
import io.videogen.core.http.Endpoint;
import io.videogen.core.request.Reference;
import io.videogen.core.request.VideoRequest;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Gemini's Files API ({@code /upload/v1beta/files}, resumable protocol): it keeps a file for 48 hours, and a clip can not
 * be used there at once.
 */
final class GeminiFiles {

    static final long MOST_BYTES = 2_000_000_000;

    private GeminiFiles() {}

    /** What is to be done next with the files of a request. */
    static Optional<Upload> upload(VideoRequest request, Endpoint endpoint) {
        Optional<Reference.Uploaded> pending = References.pending(request);
        return pending.isPresent()
                ? pending.map(file -> await(file, endpoint))
                : References.larger(request, References.MOST_INLINE).map(reference -> send(reference, endpoint));
    }

    private static Upload await(Reference.Uploaded file, Endpoint endpoint) {
        URI address = endpoint.at("/v1beta/" + file.pending().orElseThrow());
        return new Upload.Wait(file, new Upload.Ask(address, Map.of(), Optional.empty()), answer -> stored(
                        answer.json(), file.contentType())
                .orElse(file));
    }

    private static Upload send(Reference reference, Endpoint endpoint) {
        FileContent file = FileContent.of(reference, MOST_BYTES);
        String type = file.body().contentType();
        ObjectNode fields = JsonTree.object();
        fields.putObject("file").put("display_name", file.name());
        Map<String, String> headers = Map.of(
                "X-Goog-Upload-Protocol",
                "resumable",
                "X-Goog-Upload-Command",
                "start",
                "X-Goog-Upload-Header-Content-Length",
                Long.toString(file.body().length()),
                "X-Goog-Upload-Header-Content-Type",
                type);
        // The version stands behind the word, unlike in all other paths.
        String base = endpoint.base().toString().replaceFirst("/v1beta$", "");
        Upload.Ask ask = new Upload.Ask(
                URI.create(base + "/upload/v1beta/files"), headers, Optional.of(CreateBodies.json(fields)));
        return new Upload.Send(reference, file, ask, answer -> answer.http()
                .header("x-goog-upload-url")
                .flatMap(told -> JsonTree.uri(JsonTree.of(told.reveal())))
                .map(address -> place(address, type)));
    }

    private static Upload.Place place(URI address, String type) {
        return new Upload.Place(
                "POST",
                address,
                Map.of("X-Goog-Upload-Offset", "0", "X-Goog-Upload-Command", "upload, finalize"),
                Optional.empty(),
                reply -> stored(reply.path("file"), type));
    }

    private static Optional<Reference.Uploaded> stored(JsonNode file, String type) {
        String name = file.path("name").asText();
        String state = file.path("state").asText("ACTIVE");
        if (state.equals("FAILED")) {
            throw VideogenException.invalid("unusable_reference")
                    .says(
                            "The api \"gemini\" has a reference and can not use it, of type \"%s\": give it another"
                                    + " file, of a usual format.",
                            type);
        }
        return JsonTree.uri(file.path("uri"))
                .filter(uri -> name.matches("files/[\\w-]+"))
                .map(uri -> new Reference.Uploaded(uri, type, Optional.of(name).filter(it -> !state.equals("ACTIVE"))));
    }
}
