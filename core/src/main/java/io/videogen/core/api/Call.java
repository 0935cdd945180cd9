package io.videogen.core.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.core.http.HttpBody;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One whole request of an API; the token is added where it is sent, as {@link VideoApi#tokenScheme} says.
 *
 * @param method HTTP method
 * @param path from the endpoint on, starts with a slash; ids in it are escaped as one segment
 * @param headers those of this API, besides what every request has
 * @param body content, if any
 */
public record Call(String method, String path, Map<String, String> headers, Optional<HttpBody> body) {

    public Call {
        headers = Map.copyOf(headers);
    }

    static Call get(String path) {
        return of("GET", path);
    }

    /** A call without content. */
    static Call of(String method, String path) {
        return new Call(method, path, Map.of(), Optional.empty());
    }

    static Call post(String path, HttpBody body) {
        return new Call("POST", path, Map.of(), Optional.of(body));
    }

    static Call post(String path, ObjectNode fields) {
        return post(path, CreateBodies.json(fields));
    }

    Call header(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Call(method, path, more, body);
    }
}
