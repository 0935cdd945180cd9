package io.videogen.film.declared;

import io.videogen.film.model.Content;
import io.videogen.film.model.Motion;
import io.videogen.film.model.PictureSequence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Reads what one shot shows. */
final class ContentReader {

    private static final Duration USUAL = Duration.ofSeconds(3);
    /** As of clips. A slip of the unit would make films for years, eight seconds at a time. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private static final double SLOWEST = 0.1;
    private static final double FASTEST = 20;

    private final Place place;
    private final Path base;
    private final Clips clips;

    ContentReader(Place place, Path base, Clips clips) {
        this.place = place;
        this.base = base;
        this.clips = clips;
    }

    Content read(DeclaredShot shot) {
        Map<String, String> kinds = new LinkedHashMap<>();
        keep(kinds, "title", shot.title());
        keep(kinds, "video", shot.video());
        keep(kinds, "file", shot.file());
        keep(kinds, "image", shot.image());
        if (kinds.size() != 1) {
            throw place.error(
                    "shot_kind",
                    kinds.isEmpty()
                            ? "it shows nothing. Give it a title, a video, a file or an image."
                            : "it has " + String.join(" and ", kinds.keySet()) + ". A shot has exactly one of title,"
                                    + " video, file and image; make two shots of it.");
        }
        String kind = kinds.keySet().iterator().next();
        String value = kinds.get(kind);
        refuse(shot, kind);
        return switch (kind) {
            case "title" -> new Content.Title(value, Place.set(shot.subtitle()), seconds(shot));
            case "image" ->
                new Content.Still(
                        FilmReader.existing(place, "image", base, value),
                        value,
                        seconds(shot),
                        place.word("motion", shot.motion(), Motion.class).orElse(Motion.NONE));
            case "file" -> footage(shot, footageFile(value), value, false);
            default -> {
                Clips.Clip clip = clip(value);
                yield footage(shot, clip.file(), value, clip.preview());
            }
        };
    }

    /** A field that means nothing here is a misunderstanding, and is told. */
    private void refuse(DeclaredShot shot, String kind) {
        boolean moving = kind.equals("video") || kind.equals("file");
        Map<String, String> strangers = new LinkedHashMap<>();
        if (!kind.equals("title")) {
            keep(strangers, "subtitle", shot.subtitle());
        }
        if (!kind.equals("image")) {
            keep(strangers, "motion", shot.motion());
        }
        if (moving) {
            keep(strangers, "seconds", shot.seconds());
        } else {
            keep(strangers, "from", shot.from());
            keep(strangers, "to", shot.to());
            keep(strangers, "speed", shot.speed());
        }
        if (!strangers.isEmpty()) {
            String field = strangers.keySet().iterator().next();
            throw place.error(
                    "field_without_place",
                    field + " has no meaning in a shot with " + kind + "."
                            + (field.equals("seconds") ? " Use from and to." : ""));
        }
    }

    private static void keep(Map<String, String> texts, String field, String text) {
        Place.set(text).ifPresent(value -> texts.put(field, value));
    }

    private Duration seconds(DeclaredShot shot) {
        Duration seconds = place.length("seconds", shot.seconds()).orElse(USUAL);
        if (seconds.compareTo(LONGEST) > 0) {
            throw place.invalid(
                    "seconds", shot.seconds().strip(), "A title or picture is seen for an hour at most (\"3600\").");
        }
        return seconds;
    }

    private Content.Footage footage(DeclaredShot shot, Path file, String label, boolean preview) {
        Duration from = place.time("from", shot.from()).orElse(Duration.ZERO);
        Optional<Duration> to = place.length("to", shot.to());
        if (to.filter(end -> end.compareTo(from) <= 0).isPresent()) {
            throw place.invalid("to", shot.to().strip(), "It must be after from.");
        }
        double speed = place.factor("speed", shot.speed(), SLOWEST, FASTEST).orElse(1.0);
        return new Content.Footage(file, label, from, to, speed, preview);
    }

    private Clips.Clip clip(String name) {
        if (!clips.names().contains(name)) {
            throw place.error(
                    "unknown_video",
                    "there is no video \"" + name + "\". "
                            + (clips.names().isEmpty()
                                    ? "No video is declared here; name own footage with file."
                                    : "Declared are " + String.join(", ", new TreeSet<>(clips.names())) + "."));
        }
        return clips.clip(name);
    }

    private Path footageFile(String value) {
        Path file = base.resolve(value).toAbsolutePath().normalize();
        if (Files.isRegularFile(file) || !PictureSequence.isPattern(value)) {
            return FilmReader.existing(place, "file", base, value);
        }
        if (PictureSequence.of(file).files().isEmpty()) {
            throw place.error("missing_file", "there is no picture \"" + file + "\", which file names.");
        }
        return file;
    }
}
