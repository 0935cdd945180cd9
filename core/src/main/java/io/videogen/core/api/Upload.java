package io.videogen.core.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.videogen.core.http.HttpBody;
import io.videogen.core.request.Reference;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What has to be done with a reference before its job can be created. It costs nothing, is no submission, and may be done
 * again: only what the create says of it afterwards matters.
 */
public sealed interface Upload {

    /** What goes up, or went up. */
    Reference reference();

    /** The request that an API is asked, with the token. */
    Ask ask();

    /**
     * @param address at the endpoint, or at an origin that the API's class names as a constant: the token goes there
     * @param body JSON; without one it is a GET
     */
    record Ask(URI address, Map<String, String> headers, Optional<HttpBody> body) {

        public Ask {
            headers = Map.copyOf(headers);
        }
    }

    /**
     * A file that is not there yet: the API tells a place, and the file goes there without the token.
     *
     * @param place reads the reply; nothing if it tells of no place
     */
    record Send(Reference reference, FileContent file, Ask ask, Function<Answer, Optional<Place>> place)
            implements Upload {}

    /**
     * A file that is there and can not be used yet.
     *
     * @param now reads the reply: the reference as it is now
     */
    record Wait(Reference.Uploaded reference, Ask ask, Function<Answer, Reference.Uploaded> now) implements Upload {}

    /**
     * Where a file goes, as the API told it.
     *
     * @param method {@code PUT} of the bytes, or {@code POST}
     * @param address any origin; never gets the token
     * @param form fields that go before the file in a form; without them the bytes are the whole content
     * @param stored what the create calls the file, by the reply; that may be no JSON, and is missing then
     */
    record Place(
            String method,
            URI address,
            Map<String, String> headers,
            Optional<Map<String, String>> form,
            Function<JsonNode, Optional<Reference.Uploaded>> stored) {

        public Place {
            headers = Map.copyOf(headers);
        }
    }
}
