package io.videogen.core.output;

import java.util.stream.Stream;
import io.videogen.core.json.JsonRecord;
import io.videogen.core.json.JsonFields;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The text form of {@link Manifest}. Streams, because the first use of Jackson's tree model costs more than the rest of
 * a run that has nothing to do.
 */
final class ManifestJson {

    static final int SCHEMA = 1;

    private ManifestJson() {}

    static String write(Manifest manifest) {
        return JsonRecord.indented(json -> {
            json.put("schema", SCHEMA);
            if (!manifest.films().isEmpty()) {
                json.objects("films", manifest.films(), FilmJson::write);
            }
            json.objects("videos", manifest.videos(), ManifestJson::write);
        });
    }

    /**
     * Reads what any version of this schema wrote: unknown fields are skipped, values of a wrong type count as absent.
     *
     * @throws IOException when the text is no JSON of this schema
     */
    static Manifest read(byte[] text) throws IOException {
        JsonFields json = JsonFields.parse(text);
        long schema = json.optionalNumber("schema").orElse(0);
        if (schema != SCHEMA) {
            throw new IOException("its schema is \"" + schema + "\" and not \"" + SCHEMA + "\"");
        }
        return new Manifest(
                json.objects("videos").stream().flatMap(ManifestJson::entry).toList(),
                json.objects("films").stream().flatMap(FilmJson::read).toList());
    }

    private static void write(JsonRecord json, ManifestEntry entry) {
        json.put("name", entry.name()).put("status", entry.status());
        if (!entry.folder().isEmpty()) {
            json.put("folder", entry.folder());
        }
        json.put("take", entry.take())
                .show("file", entry.file())
                .show("thumbnail", entry.thumbnail())
                .show("sha256", entry.sha256())
                .show("bytes", entry.bytes())
                .show("durationSeconds", entry.durationSeconds())
                .show("width", entry.width())
                .show("height", entry.height())
                .show("model", entry.model())
                .show("prompt", entry.prompt())
                .show("seconds", entry.seconds())
                .show("size", entry.size());
        if (!entry.fields().isEmpty()) {
            json.object("fields", it -> entry.fields().forEach((field, text) -> it.put(field, text)));
        }
        json.show("api", entry.api())
                .show("endpoint", entry.endpoint())
                .show("jobId", entry.jobId())
                .show("source", entry.source())
                .show("createdAt", entry.createdAt())
                .show("completedAt", entry.completedAt())
                .show("elapsedMillis", entry.elapsedMillis());
        entry.cost()
                .ifPresent(cost -> json.object("cost", it -> it.put("amount", cost.amount())
                        .put("unit", cost.unit())
                        .put("source", cost.source())));
        if (!entry.warnings().isEmpty()) {
            json.texts("warnings", entry.warnings());
        }
        if (entry.error().isPresent()) {
            ManifestEntry.Trouble error = entry.error().get();
            json.object("error", it -> it.put("code", error.code()).put("message", error.message()));
        } else {
            json.putNull("error");
        }
    }

    private static Stream<ManifestEntry> entry(JsonFields json) {
        Optional<String> name = json.optionalText("name");
        Optional<String> status = json.optionalText("status");
        if (name.isEmpty() || status.isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(new ManifestEntry(
                name.get(),
                status.get(),
                json.optionalText("folder").orElse(""),
                json.optionalInt("take"),
                json.optionalText("file"),
                json.optionalText("thumbnail"),
                json.optionalText("sha256"),
                json.optionalNumber("bytes"),
                json.optionalDecimal("durationSeconds"),
                json.optionalInt("width"),
                json.optionalInt("height"),
                json.optionalText("model"),
                json.optionalText("prompt"),
                json.optionalText("seconds"),
                json.optionalText("size"),
                json.optionalObject("fields").map(JsonFields::texts).orElse(Map.of()),
                json.optionalText("api"),
                json.optionalText("endpoint"),
                json.optionalText("jobId"),
                json.optionalText("source"),
                instant(json, "createdAt"),
                instant(json, "completedAt"),
                json.optionalNumber("elapsedMillis"),
                json.optionalObject("cost").flatMap(ManifestJson::cost),
                json.texts("warnings"),
                json.optionalObject("error").flatMap(ManifestJson::error)));
    }

    private static Optional<ManifestEntry.Trouble> error(JsonFields json) {
        return json.optionalText("code")
                .map(code -> new ManifestEntry.Trouble(
                        code, json.optionalText("message").orElse("")));
    }

    private static Optional<Cost> cost(JsonFields json) {
        try {
            BigDecimal amount = json.amount("amount");
            return json.optionalText("unit")
                    .map(unit ->
                            new Cost(amount, unit, json.optionalText("source").orElse("")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> instant(JsonFields json, String field) {
        try {
            return json.optionalInstant(field);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
