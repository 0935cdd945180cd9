package io.videogen.core.api;

import io.videogen.core.VideogenException;
import io.videogen.core.advice.Setting;
import io.videogen.core.http.Endpoint;
import java.util.List;
import java.util.Optional;

/** The adapters, by name. */
public final class VideoApis {

    private VideoApis() {}

    /**
     * The endpoint where a user gives none: an API's one public address, or nothing for APIs that gateways speak.
     *
     * @throws VideogenException if the API has several, which the message lists
     */
    public static Optional<String> publicAddress(ApiName name) {
        List<String> addresses = of(name).addresses();
        if (addresses.size() > 1) {
            throw VideogenException.invalid("missing_endpoint")
                    .says(
                            "The api \"%s\" has several addresses, and tokens of one do not work at another. Set %s"
                                    + " to one of \"%s\", or to \"preview\".",
                            name.word(), Setting.ENDPOINT, String.join("\", \"", addresses));
        }
        return addresses.stream().findFirst();
    }

    /** Whether an endpoint is an API's own public address, where nothing works without a token. */
    public static boolean isPublic(ApiName name, Endpoint endpoint) {
        return of(name).isPublic(endpoint);
    }

    /** What is spoken at an endpoint: one word may mean another protocol there. */
    public static ApiName at(ApiName name, Optional<Endpoint> endpoint) {
        boolean vertex =
                name == ApiName.GEMINI && endpoint.filter(VertexApi::isAt).isPresent();
        return vertex ? ApiName.VERTEX : name;
    }

    public static VideoApi of(ApiName name) {
        return name.adapter();
    }
}
