package io.jenkins.plugins.videogen.config;

import io.jenkins.plugins.videogen.Messages;
import io.videogen.core.http.Endpoint;
import io.videogen.core.http.EndpointException;
import java.util.Locale;
import java.util.Optional;

/** Checks and compares endpoint URLs in the words of Jenkins' forms. */
final class EndpointUrl {
    private EndpointUrl() {}

    /** What is wrong with a URL; {@code null} is wrong too. */
    static Optional<String> problem(String url, boolean allowInsecureHttp) {
        if (url == null) {
            return Optional.of(Messages.EndpointUrl_Missing());
        }
        try {
            Endpoint.parse(url, allowInsecureHttp);
            return Optional.empty();
        } catch (EndpointException e) {
            return Optional.of(
                    switch (e.problem()) {
                        case CREDENTIALS -> Messages.EndpointUrl_Credentials(Endpoint.shown(url));
                        case INSECURE -> Messages.EndpointUrl_Insecure(Endpoint.shown(url));
                        case MALFORMED -> Messages.EndpointUrl_Malformed(Endpoint.shown(url));
                    });
        }
    }

    /** Whether both mean one base address: case, default ports, slashes and a trailing {@code /v1} do not matter. */
    static boolean same(String one, String other) {
        try {
            return other != null && Endpoint.parse(one, true).equals(Endpoint.parse(other, true));
        } catch (EndpointException e) {
            return false;
        }
    }

    /** Tells a URL from a name. */
    static boolean looksLikeOne(String text) {
        return text.toLowerCase(Locale.ROOT).matches("[a-z][a-z0-9+.-]*://.*");
    }
}
