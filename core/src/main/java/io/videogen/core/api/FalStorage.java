package io.videogen.core.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.core.request.Reference;
import io.videogen.core.request.VideoRequest;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * fal's storage ({@code @fal-ai/client} 1.10): it tells a signed address for the bytes, and the address by which the model
 * fetches them.
 *
 * @param origin gets the key
 */
record FalStorage(URI origin) {

    /** The API's own, and asked only by those who ask the API itself. */
    static final URI PUBLIC = URI.create("https://rest.fal.ai");
    /** Larger files would have to go up in parts. */
    static final long MOST_BYTES = 90_000_000;

    /** What is to be done next with the files of a request. */
    Optional<Upload> upload(VideoRequest request) {
        return References.larger(request, References.MOST_INLINE).map(this::send);
    }

    private Upload send(Reference reference) {
        FileContent file = FileContent.of(reference, MOST_BYTES);
        String type = file.body().contentType();
        ObjectNode fields = JsonTree.object().put("content_type", type).put("file_name", file.name());
        Upload.Ask ask = new Upload.Ask(
                origin.resolve("/storage/upload/initiate?storage_type=fal-cdn-v3"),
                Map.of(),
                Optional.of(CreateBodies.json(fields)));
        return new Upload.Send(reference, file, ask, answer -> place(answer.json(), type));
    }

    private static Optional<Upload.Place> place(JsonNode json, String type) {
        Optional<Reference.Uploaded> stored =
                JsonTree.uri(json.path("file_url")).map(uri -> new Reference.Uploaded(uri, type, Optional.empty()));
        return JsonTree.uri(json.path("upload_url"))
                .filter(address -> stored.isPresent())
                .map(address -> new Upload.Place("PUT", address, Map.of(), Optional.empty(), reply -> stored));
    }
}
