package io.videogen.core.request;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.NoSuchFileException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The content key of a request: equal requests have equal keys on every machine, whichever API or endpoint renders
 * them. It is the SHA-256 of a canonical text with sorted names; whoever changes that text makes every user pay again,
 * so a test holds it fixed.
 */
public final class RequestKey {

    private static final int SCHEMA = 1;

    private RequestKey() {}

    /**
     * The key, 64 lower-case hexadecimal digits.
     *
     * <p>Lengths count by their value ({@code 4} and {@code 4.0} make the same clip), numbers inside {@code metadata}
     * and {@code options} by their text, because gateways tell {@code 5} from {@code 5.0}. A reference file and a data
     * URL of the same bytes count as the same; a link counts by its text.
     *
     * @param preview whether the clip is a preview, which never shares a key with a real one
     * @throws VideogenException if a reference file is missing or cannot be read
     */
    public static String of(VideoRequest request, boolean preview, FileDigests digests) {
        return Sha256.of(canonical(request, request.prompt(), preview, digests));
    }

    /**
     * The key that the request had before prompts were normalised, where that is another one: what was paid for under
     * it is not paid for again.
     */
    public static Optional<String> former(VideoRequest request, boolean preview, FileDigests digests) {
        return request.formerPrompt().map(prompt -> Sha256.of(canonical(request, prompt, preview, digests)));
    }

    private static String canonical(VideoRequest request, String prompt, boolean preview, FileDigests digests) {
        SortedMap<String, String> fields = new TreeMap<>();
        fields.put("schema", Integer.toString(SCHEMA));
        fields.put("preview", Boolean.toString(preview));
        fields.put("prompt", CanonicalJson.quote(prompt));
        text(fields, "model", request.model());
        text(fields, "seconds", request.seconds().map(RequestKey::normalSeconds));
        text(fields, "size", request.size());
        text(fields, "characterUrl", request.characterUrl());
        text(fields, "characterTimestamps", request.characterTimestamps());
        text(fields, "user", request.user());
        text(fields, "responseFormat", request.responseFormat());
        plain(fields, "watermark", request.watermark());
        plain(fields, "private", request.privateVideo());
        plain(fields, "fps", request.fps());
        plain(fields, "n", request.n());
        plain(fields, "seed", request.seed());
        request.metadata().ifPresent(json -> fields.put("metadata", CanonicalJson.of(json)));
        request.options().ifPresent(json -> fields.put("options", CanonicalJson.of(json)));
        if (!request.references().isEmpty()) {
            fields.put("references", references(request.references(), digests));
        }
        return CanonicalJson.object(fields);
    }

    private static void text(SortedMap<String, String> fields, String name, Optional<String> value) {
        value.ifPresent(text -> fields.put(name, CanonicalJson.quote(text)));
    }

    private static void plain(SortedMap<String, String> fields, String name, Optional<?> value) {
        value.ifPresent(plain -> fields.put(name, plain.toString()));
    }

    private static String normalSeconds(String seconds) {
        try {
            return new BigDecimal(seconds).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return seconds;
        }
    }

    private static String references(List<Reference> references, FileDigests digests) {
        return references.stream()
                .map(reference -> CanonicalJson.quote(reference(reference, digests)))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String reference(Reference reference, FileDigests digests) {
        if (reference instanceof Reference.LocalFile file) {
            return "sha256:" + fileDigest(file, digests);
        }
        if (reference instanceof Reference.Data data) {
            return dataDigest(data.url());
        }
        return "url:" + ((Reference.Link) reference).uri();
    }

    private static String fileDigest(Reference.LocalFile file, FileDigests digests) {
        try {
            return digests.sha256(file.path());
        } catch (NoSuchFileException e) {
            throw VideogenException.invalid(
                    "missing_reference",
                    "The reference file \"" + file.path() + "\" does not exist. Check inputReference.");
        } catch (IOException e) {
            throw new VideogenException(
                    ErrorKind.INVALID_INPUT,
                    "unreadable_reference",
                    "The reference file \"" + file.path() + "\" cannot be read: " + e.getMessage() + ".",
                    e);
        }
    }

    private static String dataDigest(String url) {
        int comma = url.indexOf(',');
        if (comma >= 0 && url.substring(0, comma).endsWith(";base64")) {
            try {
                String content = url.substring(comma + 1).replaceAll("\\s", "");
                return "sha256:" + Sha256.of(Base64.getDecoder().decode(content));
            } catch (IllegalArgumentException e) {
                return "data:" + Sha256.of(url);
            }
        }
        return "data:" + Sha256.of(url);
    }
}
