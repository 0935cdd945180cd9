package io.videogen.film;

import io.videogen.film.declared.DeclaredFilm;
import io.videogen.film.declared.DeclaredOutput;
import io.videogen.film.declared.DeclaredShot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes descriptions of films by field names, as a POM does. */
public final class Declared {

    private final Map<String, String> fields = new HashMap<>();
    private final List<DeclaredShot> shots = new ArrayList<>();
    private final List<DeclaredOutput> outputs = new ArrayList<>();

    public static Declared film(String name) {
        return new Declared().with("name", name);
    }

    public Declared with(String field, String value) {
        fields.put(field, value);
        return this;
    }

    /** @param fields names and values by turns */
    public Declared shot(String... fields) {
        Map<String, String> of = map(fields);
        shots.add(new DeclaredShot(
                of.get("title"),
                of.get("subtitle"),
                of.get("video"),
                of.get("file"),
                of.get("image"),
                of.get("seconds"),
                of.get("from"),
                of.get("to"),
                of.get("speed"),
                of.get("caption"),
                of.get("transition"),
                of.get("motion"),
                of.get("fit")));
        return this;
    }

    /** @param fields names and values by turns */
    public Declared output(String... fields) {
        Map<String, String> of = map(fields);
        outputs.add(new DeclaredOutput(
                of.get("format"),
                of.get("width"),
                of.get("maxBytes"),
                of.get("aspectRatio"),
                of.get("fit"),
                of.get("at")));
        return this;
    }

    public DeclaredFilm declared() {
        return new DeclaredFilm(
                fields.get("name"),
                fields.get("size"),
                fields.get("fps"),
                shots,
                fields.get("transition"),
                fields.get("music"),
                fields.get("voice"),
                fields.get("captions"),
                fields.get("burnCaptions"),
                fields.get("logo"),
                fields.get("font"),
                fields.get("background"),
                outputs);
    }

    private static Map<String, String> map(String... fields) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i + 1 < fields.length; i += 2) {
            map.put(fields[i], fields[i + 1]);
        }
        return map;
    }
}
