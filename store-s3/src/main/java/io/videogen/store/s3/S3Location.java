package io.videogen.store.s3;

import io.videogen.core.VideogenException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a store is: {@code s3://bucket/prefix?endpoint=https://host&region=r&pathStyle=true}.
 *
 * @param bucket its name
 * @param prefix what all names begin with: empty, or ending in a slash
 * @param endpoint the server, where it is not AWS
 * @param region where it is given
 * @param pathStyle whether the bucket's name is sent in the path, and not in the host's name
 */
record S3Location(String bucket, String prefix, Optional<URI> endpoint, Optional<String> region, boolean pathStyle) {

    private static final String SCHEME = "s3://";
    private static final Set<String> KNOWN = Set.of("endpoint", "region", "pathStyle");

    static boolean isOne(String text) {
        return text.strip().regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /** @throws VideogenException of kind INVALID_INPUT that says what is wrong */
    static S3Location parse(String text) {
        if (!isOne(text)) {
            throw malformed(text, "it does not begin with s3://");
        }
        String rest = text.strip().substring(SCHEME.length());
        int question = rest.indexOf('?');
        String path = question < 0 ? rest : rest.substring(0, question);
        if (path.contains("@")) {
            throw credentials("address");
        }
        Map<String, String> options = options(text, question < 0 ? "" : rest.substring(question + 1));
        int slash = path.indexOf('/');
        String bucket = slash < 0 ? path : path.substring(0, slash);
        if (!bucket.matches("[A-Za-z0-9][A-Za-z0-9._-]{1,254}")) {
            throw malformed(text, "\"" + bucket + "\" is no name of a bucket");
        }
        String prefix = (slash < 0 ? "" : path.substring(slash)).replaceAll("^/+|/+$", "");
        if (!prefix.matches("[A-Za-z0-9!_.*'()/-]*")
                || prefix.contains("//")
                || prefix.matches("(.*/)?\\.\\.?(/.*)?")) {
            throw malformed(text, "\"" + prefix + "\" is no prefix of letters, digits and -_.!*'()");
        }
        return new S3Location(
                bucket,
                prefix.isEmpty() ? "" : prefix + "/",
                Optional.ofNullable(options.get("endpoint")).map(value -> endpoint(text, value)),
                Optional.ofNullable(options.get("region")),
                flag(text, options.get("pathStyle")));
    }

    private static Map<String, String> options(String text, String query) {
        Map<String, String> options = new LinkedHashMap<>();
        for (String option : query.split("&")) {
            if (option.isEmpty()) {
                continue;
            }
            int equals = option.indexOf('=');
            String name = equals < 0 ? option : option.substring(0, equals);
            if (!KNOWN.contains(name)) {
                throw malformed(text, "\"" + name + "\" is no option of a store");
            }
            String value = equals < 0 ? "" : decoded(text, name, option.substring(equals + 1));
            if (!value.isEmpty()) {
                options.put(name, value);
            }
        }
        return options;
    }

    private static String decoded(String text, String name, String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8).strip();
        } catch (IllegalArgumentException e) {
            throw malformed(text, "its " + name + " is no URL");
        }
    }

    private static URI endpoint(String text, String value) {
        // Java finds no user where the host has an underscore or the scheme is missing.
        if (value.contains("@")) {
            throw credentials("endpoint");
        }
        URI uri;
        try {
            uri = new URI(value);
        } catch (URISyntaxException e) {
            throw malformed(text, "its endpoint is no URL");
        }
        boolean http = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
        boolean plain = uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && (uri.getRawPath() == null || uri.getRawPath().matches("/?"));
        if (!http || uri.getHost() == null || !plain) {
            throw malformed(
                    text,
                    "its endpoint \"" + withoutQuery(value)
                            + "\" is not of the form https://host or https://host:port");
        }
        return uri;
    }

    private static boolean flag(String text, String value) {
        if (value == null || value.equalsIgnoreCase("false")) {
            return false;
        }
        if (value.equalsIgnoreCase("true")) {
            return true;
        }
        throw malformed(text, "its pathStyle \"" + value + "\" is neither true nor false");
    }

    /** What it says is not repeated: it holds a password. */
    private static VideogenException credentials(String where) {
        return VideogenException.invalid(
                "store_with_credentials",
                "The " + where + " of the shared store holds credentials. Remove them; keys come from"
                        + " storeServerId, or from where AWS's tools look.");
    }

    /** The address is quoted without its options: users try to give keys there. */
    private static VideogenException malformed(String text, String why) {
        return VideogenException.invalid(
                "malformed_store",
                "The shared store \"" + withoutQuery(text) + "\" can not be understood: " + why
                        + ". Write s3://bucket/prefix, and where it is not AWS add"
                        + " ?endpoint=https://host&region=r&pathStyle=true (in XML, &amp; for &).");
    }

    private static String withoutQuery(String text) {
        return text.replaceAll("(?s)[?].*", "");
    }
}
