package io.videogen.film.store;

import io.videogen.film.MadeFilm;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Properties;

/** What a film became, so that a build with nothing to do starts no FFmpeg. A record that can not be used is none. */
public final class FilmRecord {

    private static final String EXTENSION = "film";

    private FilmRecord() {}

    /** The film, if all its files are still kept. */
    public static Optional<MadeFilm> find(Pieces pieces, String film, String key) {
        Optional<Path> file = pieces.find(key, EXTENSION);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        Properties fields = new Properties();
        try (Reader in = Files.newBufferedReader(file.get(), StandardCharsets.UTF_8)) {
            fields.load(in);
            return film(pieces, film, key, fields);
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<MadeFilm> film(Pieces pieces, String film, String key, Properties fields) {
        List<MadeFilm.File> files = new ArrayList<>();
        for (int i = 0; i < number(fields, "files"); i++) {
            String at = "file." + i + ".";
            Optional<Path> path = pieces.find(text(fields, at + "key"), text(fields, at + "extension"));
            if (path.isEmpty()) {
                return Optional.empty();
            }
            files.add(new MadeFilm.File(
                    text(fields, at + "name"),
                    text(fields, at + "format"),
                    path.get(),
                    Long.parseLong(text(fields, at + "bytes")),
                    text(fields, at + "sha256"),
                    whole(fields, at + "width"),
                    whole(fields, at + "height"),
                    decimal(fields, at + "seconds")));
        }
        List<MadeFilm.ShotTime> shots = new ArrayList<>();
        for (int i = 0; i < number(fields, "shots"); i++) {
            String at = "shot." + i + ".";
            shots.add(new MadeFilm.ShotTime(
                    text(fields, at + "label"),
                    Double.parseDouble(text(fields, at + "from")),
                    Double.parseDouble(text(fields, at + "to")),
                    Boolean.parseBoolean(text(fields, at + "preview"))));
        }
        List<String> warnings = new ArrayList<>();
        for (int i = 0; i < number(fields, "warnings"); i++) {
            warnings.add(text(fields, "warning." + i));
        }
        return Optional.of(
                new MadeFilm(film, key, Boolean.parseBoolean(text(fields, "preview")), files, shots, warnings));
    }

    /** Keeps it. */
    public static void keep(Pieces pieces, MadeFilm film) throws IOException {
        Properties fields = new Properties();
        fields.setProperty("preview", Boolean.toString(film.preview()));
        fields.setProperty("files", Integer.toString(film.files().size()));
        for (int i = 0; i < film.files().size(); i++) {
            MadeFilm.File file = film.files().get(i);
            String at = "file." + i + ".";
            String[] piece = file.path().getFileName().toString().split("\\.", 2);
            fields.setProperty(at + "key", piece[0]);
            fields.setProperty(at + "extension", piece[1]);
            fields.setProperty(at + "name", file.fileName());
            fields.setProperty(at + "format", file.format());
            fields.setProperty(at + "bytes", Long.toString(file.bytes()));
            fields.setProperty(at + "sha256", file.sha256());
            file.width().ifPresent(width -> fields.setProperty(at + "width", Integer.toString(width)));
            file.height().ifPresent(height -> fields.setProperty(at + "height", Integer.toString(height)));
            file.seconds().ifPresent(seconds -> fields.setProperty(at + "seconds", Double.toString(seconds)));
        }
        fields.setProperty("shots", Integer.toString(film.shots().size()));
        for (int i = 0; i < film.shots().size(); i++) {
            MadeFilm.ShotTime shot = film.shots().get(i);
            String at = "shot." + i + ".";
            fields.setProperty(at + "label", shot.label());
            fields.setProperty(at + "from", Double.toString(shot.from()));
            fields.setProperty(at + "to", Double.toString(shot.to()));
            fields.setProperty(at + "preview", Boolean.toString(shot.preview()));
        }
        fields.setProperty("warnings", Integer.toString(film.warnings().size()));
        for (int i = 0; i < film.warnings().size(); i++) {
            fields.setProperty("warning." + i, film.warnings().get(i));
        }
        Path temporary = pieces.temporary(EXTENSION);
        try {
            try (Writer out = Files.newBufferedWriter(temporary, StandardCharsets.UTF_8)) {
                fields.store(out, null);
            }
            pieces.keep(temporary, film.key(), EXTENSION);
        } finally {
            pieces.discard(temporary);
        }
    }

    private static String text(Properties fields, String name) {
        String text = fields.getProperty(name);
        if (text == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return text;
    }

    private static int number(Properties fields, String name) {
        return Integer.parseInt(text(fields, name));
    }

    private static OptionalInt whole(Properties fields, String name) {
        String text = fields.getProperty(name);
        return text == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
    }

    private static OptionalDouble decimal(Properties fields, String name) {
        String text = fields.getProperty(name);
        return text == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
    }
}
