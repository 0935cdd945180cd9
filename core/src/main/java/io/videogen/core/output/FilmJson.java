package io.videogen.core.output;

import java.util.stream.Stream;
import io.videogen.core.json.JsonRecord;
import io.videogen.core.json.JsonFields;

/** The text form of {@link FilmEntry}. */
final class FilmJson {

    private FilmJson() {}

    static void write(JsonRecord json, FilmEntry film) {
        json.put("name", film.name());
        if (!film.folder().isEmpty()) {
            json.put("folder", film.folder());
        }
        json.put("key", film.key())
                .put("preview", film.preview())
                .objects("files", film.files(), FilmJson::write)
                .objects("shots", film.shots(), (it, shot) -> it.put("label", shot.label())
                        .put("from", shot.from())
                        .put("to", shot.to())
                        .put("preview", shot.preview()));
        if (!film.warnings().isEmpty()) {
            json.texts("warnings", film.warnings());
        }
    }

    private static void write(JsonRecord json, FilmEntry.File file) {
        json.put("file", file.file())
                .put("format", file.format())
                .put("bytes", file.bytes())
                .put("sha256", file.sha256());
        if (file.width().isPresent() && file.height().isPresent()) {
            json.put("width", file.width()).put("height", file.height());
        }
        json.put("durationSeconds", file.durationSeconds());
    }

    /** The film, or nothing if it has no name. */
    static Stream<FilmEntry> read(JsonFields json) {
        return json.optionalText("name").stream()
                .map(name -> new FilmEntry(
                        name,
                        text(json, "folder"),
                        text(json, "key"),
                        json.isSet("preview"),
                        json.objects("files").stream().map(FilmJson::file).toList(),
                        json.objects("shots").stream().map(FilmJson::shot).toList(),
                        json.texts("warnings")));
    }

    private static FilmEntry.File file(JsonFields file) {
        return new FilmEntry.File(
                text(file, "file"),
                text(file, "format"),
                file.optionalNumber("bytes").orElse(0),
                text(file, "sha256"),
                file.optionalInt("width"),
                file.optionalInt("height"),
                file.optionalDecimal("durationSeconds"));
    }

    private static FilmEntry.Shot shot(JsonFields shot) {
        return new FilmEntry.Shot(
                text(shot, "label"),
                shot.optionalDecimal("from").orElse(0),
                shot.optionalDecimal("to").orElse(0),
                shot.isSet("preview"));
    }

    private static String text(JsonFields json, String field) {
        return json.optionalText(field).orElse("");
    }
}
