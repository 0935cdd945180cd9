package io.videogen.core.api;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.artifact.DataUrl;
import io.videogen.core.file.FileTrouble;
import io.videogen.core.request.Reference;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/**
 * A reference with its bytes at hand.
 *
 * @param name file name to send
 * @param contentType media type by the bytes
 */
record ImageFile(String name, String contentType, byte[] content) {

    /** No API of the sources documents more; OpenAI documents 20 MiB for a data URL. */
    static final int MOST_BYTES = 20 << 20;

    private static final int HEAD = 16;

    /** Checks a reference without reading all of it. */
    static void check(Reference reference, long most) {
        if (reference instanceof Reference.LocalFile file) {
            type(file.path(), most);
        } else if (reference instanceof Reference.Data data) {
            decode(data.url());
        }
    }

    static ImageFile read(Reference reference) {
        if (reference instanceof Reference.Data data) {
            return decode(data.url());
        }
        Path path = ((Reference.LocalFile) reference).path();
        String type = type(path, MOST_BYTES);
        try (InputStream in = Files.newInputStream(path)) {
            byte[] content = in.readNBytes(MOST_BYTES + 1);
            if (content.length > MOST_BYTES || content.length == 0) {
                throw sizeTrouble(path.toString(), content.length, MOST_BYTES);
            }
            return new ImageFile(String.valueOf(path.getFileName()), type, content);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    String base64() {
        return Base64.getEncoder().encodeToString(content);
    }

    String dataUrl() {
        return DataUrl.of(contentType, base64());
    }

    /** The media type of what is not an address. */
    static String type(Reference reference) {
        if (reference instanceof Reference.LocalFile file) {
            return type(file.path(), Long.MAX_VALUE);
        }
        return reference instanceof Reference.Uploaded uploaded
                ? uploaded.contentType()
                : read(reference).contentType();
    }

    /** The media type of a file by its beginning, checked for its size. */
    static String type(Path path, long most) {
        if (!Files.exists(path)) {
            throw VideogenException.invalid("missing_reference")
                    .says("The reference \"%s\" does not exist. Correct the path.", path);
        }
        if (!Files.isRegularFile(path)) {
            throw VideogenException.invalid("invalid_reference")
                    .says("The reference \"%s\" is not a file. Name an image file.", path);
        }
        try (InputStream in = Files.newInputStream(path)) {
            long size = Files.size(path);
            if (size == 0 || size > most) {
                throw sizeTrouble(path.toString(), size, most);
            }
            return type(String.valueOf(path.getFileName()), in.readNBytes(HEAD));
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static ImageFile decode(String url) {
        DataUrl data = DataUrl.parse(url).filter(DataUrl::isBase64).orElseThrow(() -> VideogenException.invalid(
                        "invalid_reference")
                .says("The reference is a data URL that does not hold base64. Write data:image/png;base64,..."));
        if (data.length() > 4L * MOST_BYTES / 3 + 4) {
            throw sizeTrouble("data:", url.length(), MOST_BYTES);
        }
        byte[] content;
        try {
            content = data.bytes();
        } catch (IllegalArgumentException e) {
            throw VideogenException.invalid("invalid_reference")
                    .says("The reference is a data URL with broken base64: %s.", e.getMessage());
        }
        String extension = data.mediaType().replaceAll(".*/", "").replaceAll("[^a-z0-9]", "");
        return new ImageFile("reference." + extension, type("data:" + data.mediaType(), content), content);
    }

    /** By the bytes alone: a text that is named {@code cat.png} would be sent, and paid for. */
    private static String type(String name, byte[] head) {
        String start = new String(head, 0, Math.min(head.length, HEAD), StandardCharsets.ISO_8859_1);
        if (start.startsWith("\u0089PNG")) {
            return "image/png";
        }
        if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return "image/jpeg";
        }
        if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
            return "image/webp";
        }
        if (start.startsWith("GIF8")) {
            return "image/gif";
        }
        if (start.startsWith("BM")) {
            return "image/bmp";
        }
        if (start.startsWith("ftyp", 4)) {
            return boxed(start.substring(8, Math.min(12, start.length())));
        }
        if (start.startsWith("\u001aE\u00df\u00a3")) {
            return "video/webm";
        }
        if (start.startsWith("RIFF") && start.startsWith("WAVE", 8)) {
            return "audio/wav";
        }
        if (start.startsWith("ID3") || start.matches("(?s)\u00ff[\u00e2-\u00ff].*")) {
            return "audio/mpeg";
        }
        throw VideogenException.invalid("invalid_reference")
                .says(
                        "The reference \"%s\" is no picture, clip or sound that is known, whatever its name"
                                + " says. Use a PNG, JPEG or WebP file.",
                        name);
    }

    /** By the brand of an ISO base media file. */
    private static String boxed(String brand) {
        return switch (brand) {
            case "heic", "heix", "mif1", "msf1" -> "image/heic";
            case "avif", "avis" -> "image/avif";
            case "qt  " -> "video/quicktime";
            case "M4A " -> "audio/mp4";
            default -> "video/mp4";
        };
    }

    private static VideogenException sizeTrouble(String what, long size, long most) {
        VideogenException.Unsaid trouble = VideogenException.invalid("invalid_reference");
        return size == 0
                ? trouble.says("The reference \"%s\" is empty.", what)
                : trouble.says(
                        "The reference \"%s\" is larger than %s MiB. Make the image smaller; APIs expect it"
                                + " in the size of the video.",
                        what, most >> 20);
    }

    private static VideogenException unreadable(Path path, IOException e) {
        return VideogenException.of(ErrorKind.INVALID_INPUT, "unreadable_reference", e)
                .says("The reference \"%s\" can not be read: %s.", path, FileTrouble.reason(e));
    }
}
