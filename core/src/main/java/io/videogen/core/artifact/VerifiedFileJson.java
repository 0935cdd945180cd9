package io.videogen.core.artifact;

import io.videogen.core.advice.Message;
import io.videogen.core.json.JsonFields;
import io.videogen.core.json.JsonRecord;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** How records of jobs and clips tell of a file. */
public final class VerifiedFileJson {

    private static final Pattern EXTENSION = Pattern.compile("[a-z0-9]{1,8}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private VerifiedFileJson() {}

    /** Adds the fields of a file to an object. */
    public static void write(JsonRecord json, VerifiedFile file) {
        json.put("extension", file.extension())
                .put("sha256", file.sha256())
                .put("bytes", file.bytes())
                .put("durationSeconds", file.durationSeconds());
        file.width().ifPresent(width -> json.put("width", width));
        file.height().ifPresent(height -> json.put("height", height));
    }

    /** @throws IOException if no file can be so: digest and extension become parts of paths */
    public static VerifiedFile read(JsonFields json) throws IOException {
        String extension = json.text("extension");
        String sha256 = json.text("sha256");
        long bytes = json.number("bytes");
        if (!EXTENSION.matcher(extension).matches() || !DIGEST.matcher(sha256).matches() || bytes < 0) {
            throw new IOException(Message.text("it tells of an impossible file"));
        }
        return new VerifiedFile(
                extension,
                sha256,
                bytes,
                json.optionalDecimal("durationSeconds"),
                boxed(json.optionalInt("width")),
                boxed(json.optionalInt("height")));
    }

    private static Optional<Integer> boxed(OptionalInt value) {
        return value.isPresent() ? Optional.of(value.getAsInt()) : Optional.empty();
    }
}
