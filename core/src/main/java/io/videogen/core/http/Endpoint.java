package io.videogen.core.http;

import io.videogen.core.advice.Advice;
import io.videogen.core.advice.Message;
import io.videogen.core.advice.Setting;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Base address of an API, without a trailing {@code /v1} and without a trailing slash; a path prefix is kept.
 *
 * @param base for example {@code https://gateway.example.com/relay}
 */
public record Endpoint(URI base) {

    /**
     * Reads what a user wrote: with or without {@code /v1}, with or without trailing slashes.
     *
     * @param allowInsecureHttp whether {@code http://} is allowed to a host that is not loopback
     * @throws EndpointException if it is none, or must not be used
     */
    public static Endpoint parse(String text, boolean allowInsecureHttp) {
        URI uri;
        try {
            uri = new URI(text.strip());
        } catch (URISyntaxException e) {
            throw invalid(text, "is not a URL");
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (uri.getRawAuthority() != null && uri.getRawAuthority().contains("@")) {
            throw new EndpointException(
                    EndpointException.Problem.CREDENTIALS,
                    "The endpoint \"%s\" holds a user or password. Take it out, and %s.",
                    shown(text),
                    Advice.GIVE_TOKEN);
        }
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw invalid(text, "does not start with https:// (or http:// for this machine)");
        }
        if (uri.getHost() == null || uri.getPort() > 65_535) {
            throw invalid(text, "has no valid host and port");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new EndpointException(
                    EndpointException.Problem.MALFORMED,
                    "The endpoint of host \"%s\" has a query or fragment. Give the base URL alone, such as"
                            + " https://gateway.example.com.",
                    uri.getHost());
        }
        if (scheme.equals("http") && !allowInsecureHttp && !isLoopback(uri.getHost())) {
            throw new EndpointException(
                    EndpointException.Problem.INSECURE,
                    "The endpoint \"%s\" would send the token unencrypted. Use https://, or set %s if this"
                            + " network is trusted.",
                    text,
                    Setting.ALLOW_INSECURE_HTTP);
        }
        String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceAll("/+$", "");
        if (path.endsWith("/v1")) {
            path = path.substring(0, path.length() - 3).replaceAll("/+$", "");
        }
        return new Endpoint(URI.create(origin(uri) + path));
    }

    /**
     * An address of the API. A beginning of the path that the base ends with is not repeated, so that a base may hold
     * the version that the API's own documentation puts there: {@code /api}, {@code /api/v1}, {@code /ent/v2}.
     *
     * @param path starts with a slash, its segments escaped; a query may follow
     */
    public URI at(String path) {
        String own = base.getRawPath();
        String plain = path.replaceAll("[?].*", "");
        for (int end = plain.length(); end > 0; end = plain.lastIndexOf('/', end - 1)) {
            if (own.endsWith(plain.substring(0, end))) {
                return URI.create(base + path.substring(end));
            }
        }
        return URI.create(base + path);
    }

    /** Scheme, host and port: the only place the token may go, and what a recorded job belongs to. */
    public String origin() {
        return origin(base);
    }

    /** Scheme, host and non-default port of a URL, in lower case. */
    public static String origin(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int standard = scheme.equals("https") ? 443 : 80;
        String port = uri.getPort() < 0 || uri.getPort() == standard ? "" : ":" + uri.getPort();
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port;
    }

    /** Whether the host is this machine by name or address, without asking a name server. */
    public static boolean isLoopback(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || name.equals("[::1]")
                || name.matches("127(\\.\\d{1,3}){3}");
    }

    @Override
    public String toString() {
        return base.toString();
    }

    private static EndpointException invalid(String text, String why, Object... values) {
        return new EndpointException(
                EndpointException.Problem.MALFORMED,
                "The endpoint \"%s\" %s. Give a base URL such as https://gateway.example.com, or the word preview.",
                shown(text),
                Message.text(why, values));
    }

    /**
     * An address as messages quote it: without what could be a user, a password, or a key or signature in a query. It may
     * be any text that somebody wrote for one, and have line breaks.
     */
    public static String shown(String text) {
        return text.replaceAll("(?s)^((?:[A-Za-z][A-Za-z0-9+.-]*:/+)?).*@", "$1****@")
                .replaceAll("(?s)[?#].*", "");
    }
}
