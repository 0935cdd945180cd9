package io.videogen.core.request;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.file.FileTrouble;
import io.videogen.core.file.Sha256;
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
        request.values()
                .forEach((field, value) -> fields.put(field.keyName(), canonical(field.type(), value, digests)));
        fields.put(VideoField.PROMPT.keyName(), CanonicalJson.quote(prompt));
        return CanonicalJson.object(fields);
    }

    private static String canonical(FieldType type, Object value, FileDigests digests) {
        return switch (type) {
            case TEXT -> CanonicalJson.quote(value.toString());
            case SECONDS -> CanonicalJson.quote(normalSeconds(value.toString()));
            case FLAG, INTEGER, LONG -> value.toString();
            case JSON -> CanonicalJson.of((JsonObjectText) value);
            case REFERENCE -> CanonicalJson.quote(reference((Reference) value, digests));
            case REFERENCES, ROLE_REFERENCES ->
                ((List<?>) value).stream().map(item -> item(item, digests)).collect(Collectors.joining(",", "[", "]"));
        };
    }

    private static String item(Object item, FileDigests digests) {
        if (item instanceof RoleReference reference) {
            String role = reference.role().map(word -> word + " ").orElse("");
            return CanonicalJson.quote(role + reference(reference.reference(), digests));
        }
        return CanonicalJson.quote(reference((Reference) item, digests));
    }

    private static String normalSeconds(String seconds) {
        try {
            return new BigDecimal(seconds).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return seconds;
        }
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
            throw VideogenException.invalid("missing_reference")
                    .says("The reference file \"%s\" does not exist. Correct the path.", file.path());
        } catch (IOException e) {
            throw VideogenException.of(ErrorKind.INVALID_INPUT, "unreadable_reference", e)
                    .says("The reference file \"%s\" cannot be read: %s.", file.path(), FileTrouble.reason(e));
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
