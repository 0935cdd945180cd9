package io.videogen.core.reply;

import io.videogen.core.artifact.ArtifactLocation;
import io.videogen.core.artifact.DataUrl;
import io.videogen.core.http.Endpoint;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads one address as gateways write it. */
final class ResultUrl {

    private static final int LONGEST = 16 << 10;
    private static final String LEGAL = "-._~:/?#[]@!$&'()*+,;=%";

    private final Endpoint endpoint;

    ResultUrl(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    static boolean isAbsolute(String text) {
        String start = text.strip().toLowerCase(Locale.ROOT);
        return start.startsWith("http://") || start.startsWith("https://");
    }

    /**
     * The address in the text, or nothing if it is none: some gateways put the reason of a failure there.
     *
     * @param content the endpoint's own address of this job's content. A gateway whose administrator left its own
     *     address unset tells {@code http://localhost:3000/v1/videos/ID/content}, which means this one
     */
    Optional<URI> parse(String text, Optional<String> jobId, Optional<URI> content) {
        String plain = text.strip();
        if (DataUrl.is(plain)) {
            return data(plain);
        }
        if (plain.isEmpty() || plain.length() > LONGEST) {
            return Optional.empty();
        }
        if (plain.startsWith("//")) {
            plain = endpoint.base().getScheme() + ":" + plain;
        } else if (plain.startsWith("/") && plain.chars().noneMatch(Character::isWhitespace)) {
            plain = endpoint.origin() + plain;
        }
        return isAbsolute(plain) ? uri(plain).map(uri -> rebase(uri, jobId, content)) : Optional.empty();
    }

    ArtifactLocation location(URI uri, OptionalLong bytes) {
        boolean atEndpoint = !uri.isOpaque() && Endpoint.origin(uri).equals(endpoint.origin());
        return new ArtifactLocation(uri, atEndpoint, bytes);
    }

    private URI rebase(URI uri, Optional<String> jobId, Optional<URI> content) {
        if (jobId.isEmpty() || content.isEmpty() || Endpoint.origin(uri).equals(endpoint.origin())) {
            return uri;
        }
        String path = uri.getPath() == null ? "" : uri.getPath();
        return path.endsWith("/v1/videos/" + jobId.get() + "/content") ? content.get() : uri;
    }

    private static Optional<URI> data(String text) {
        int comma = text.indexOf(',');
        if (comma < 0 || comma > 200) {
            return Optional.empty();
        }
        boolean broken = text.chars().anyMatch(Character::isWhitespace);
        return create(broken ? text.replaceAll("\\s+", "") : text);
    }

    private static Optional<URI> uri(String text) {
        return create(escaped(text)).filter(uri -> uri.getHost() != null && uri.getPort() <= 65_535);
    }

    /** Escapes what servers leave unescaped (spaces, Chinese file names, bars), and nothing that is escaped already. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || LEGAL.indexOf(c) >= 0);
            if (plain) {
                escaped.append((char) c);
            } else {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    escaped.append(String.format("%%%02X", b & 0xff));
                }
            }
        });
        return escaped.toString().replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
    }

    private static Optional<URI> create(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
