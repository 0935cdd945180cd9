package io.videogen.maven.input;

import io.videogen.core.VideogenException;
import io.videogen.core.http.Endpoint;
import io.videogen.core.request.Reference;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells a reference's kind by its text: a {@code data:} URL, an {@code http(s)} URL, or else a file. */
final class ReferenceText {

    /** Two letters at least: one is a drive of Windows. */
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:/");

    private static final String FORMS = "Give a file, a URL or a data URL.";

    private ReferenceText() {}

    /**
     * @param field the field's name, for messages
     * @param base folder that relative paths start from
     */
    static Reference parse(String field, String text, Path base) {
        String lower = text.substring(0, Math.min(8, text.length())).toLowerCase(Locale.ROOT);
        if (lower.startsWith("data:")) {
            return new Reference.Data(text);
        }
        if (lower.startsWith("http://") || lower.startsWith("https://")) {
            return link(field, text);
        }
        if (SCHEME.matcher(text).lookingAt()) {
            throw VideogenException.invalid(
                    "invalid_" + field,
                    "The " + field + " \"" + Endpoint.shown(text) + "\" begins with neither https:// nor http://. "
                            + FORMS);
        }
        return new Reference.LocalFile(file(field, text, base));
    }

    private static Reference link(String field, String text) {
        try {
            URI uri = new URI(text);
            if (uri.getHost() != null) {
                return new Reference.Link(uri);
            }
        } catch (URISyntaxException e) {
            // Told below, without the parser's message: a signed URL must not be printed whole.
        }
        throw VideogenException.invalid(
                "invalid_" + field, "The " + field + " \"" + Endpoint.shown(text) + "\" is not a valid URL.");
    }

    /** Without what may be a signature: an address whose scheme was left out looks like a file. */
    private static String shown(String text) {
        return text.replaceAll("(?s)[?].*", "");
    }

    private static Path file(String field, String text, Path base) {
        try {
            Path file = base.resolve(text).normalize();
            if (!Files.isRegularFile(file)) {
                throw VideogenException.invalid(
                        "missing_" + field,
                        "The " + field + " \"" + shown(text) + "\" is no file (looked for \"" + shown(file.toString())
                                + "\"). " + FORMS);
            }
            if (!Files.isReadable(file)) {
                throw VideogenException.invalid(
                        "unreadable_" + field, "The " + field + " \"" + file + "\" can not be read.");
            }
            return file;
        } catch (InvalidPathException e) {
            throw VideogenException.invalid(
                    "invalid_" + field,
                    "The " + field + " \"" + shown(text) + "\" is no valid path: " + Texts.whyNoPath(e) + ".");
        }
    }
}
