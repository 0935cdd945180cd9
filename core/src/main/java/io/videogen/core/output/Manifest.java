package io.videogen.core.output;

import io.videogen.core.json.JsonFields;
import io.videogen.core.json.JsonRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@code videogen.json} says: the clips of all executions that share a report folder. Immutable.
 *
 * @param videos one entry per clip, unique by output folder and name
 * @param films one entry per film, unique by output folder and name
 */
public record Manifest(List<ManifestEntry> videos, List<FilmEntry> films) {

    /** Name of the file in the report folder. */
    public static final String FILE_NAME = "videogen.json";

    private static final int SCHEMA = 1;

    public static final Manifest EMPTY = new Manifest(List.of());

    public Manifest {
        videos = List.copyOf(videos);
        films = List.copyOf(films);
    }

    /** A manifest without films. */
    public Manifest(List<ManifestEntry> videos) {
        this(videos, List.of());
    }

    /**
     * This manifest with entries of one run in the place of older ones of the same names.
     *
     * @param dropped entries that no longer stand for anything, such as the numbered clips of a video that now has one
     */
    public Manifest merge(List<ManifestEntry> fresh, Set<ManifestEntry.Place> dropped) {
        Map<ManifestEntry.Place, ManifestEntry> byName = new LinkedHashMap<>();
        videos.forEach(video -> byName.put(video.place(), video));
        byName.keySet().removeAll(dropped);
        fresh.forEach(video -> byName.put(video.place(), video));
        return new Manifest(new ArrayList<>(byName.values()), films);
    }

    /** This manifest with a film in the place of an older one of its name. */
    public Manifest with(FilmEntry film) {
        List<FilmEntry> all = new ArrayList<>(films);
        int at = films.stream().map(FilmEntry::place).toList().indexOf(film.place());
        if (at < 0) {
            all.add(film);
        } else {
            all.set(at, film);
        }
        return new Manifest(videos, all);
    }

    /** This manifest without a film. */
    public Manifest without(ManifestEntry.Place film) {
        return new Manifest(
                videos,
                films.stream().filter(other -> !other.place().equals(film)).toList());
    }

    /** This manifest while a run works on videos whose old clips are gone: a build that is killed leaves no wrong entry. */
    public Manifest inProgress(Set<ManifestEntry.Place> places) {
        return new Manifest(
                videos.stream()
                        .map(video -> places.contains(video.place()) ? ManifestEntry.inProgress(video.place()) : video)
                        .toList(),
                films);
    }

    /** Name of one clip among several of a video, counted from 1. */
    public static String numbered(String video, int position) {
        return video + "-" + position;
    }

    /** The text of the file. */
    String toJson() {
        return JsonRecord.indented(json -> {
            json.put("schema", SCHEMA);
            if (!films.isEmpty()) {
                json.objects("films", films, (it, film) -> film.write(it));
            }
            json.objects("videos", videos, (it, video) -> video.write(it));
        });
    }

    /**
     * Reads what any version of this schema wrote: unknown fields are skipped, values of a wrong type count as absent.
     *
     * @throws IOException when the text is no JSON of this schema
     */
    static Manifest parse(byte[] text) throws IOException {
        JsonFields json = JsonFields.parse(text);
        json.requireSchema(SCHEMA);
        return new Manifest(
                json.objects("videos").stream().flatMap(ManifestEntry::read).toList(),
                json.objects("films").stream().flatMap(FilmEntry::read).toList());
    }
}
