package io.videogen.film.make;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.file.Sha256;
import io.videogen.film.MadeFilm;
import io.videogen.film.captions.CaptionWriter;
import io.videogen.film.cut.Timeline;
import io.videogen.film.graph.Input;
import io.videogen.film.graph.Recipe;
import io.videogen.film.model.Film;
import io.videogen.film.model.Format;
import io.videogen.film.model.Output;
import io.videogen.film.model.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts a film's pictures and sound together into its files. */
final class Outputs {

    private static final String PREVIEW = "Videogen preview: parts are drawn locally, not generated video";
    /** {@code launch.en.vtt} is in English. */
    private static final Pattern LANGUAGE = Pattern.compile(".*\\.([A-Za-z]{2,3})(?:-[A-Za-z0-9-]+)?\\.[A-Za-z]+");
    /** A poster shows this share of the film, if nothing else is asked for. */
    private static final double POSTER = 1 / 3.0;

    private final Film film;
    private final Kitchen kitchen;
    private final Timeline timeline;
    private final Captions captions;
    private final boolean preview;
    private final List<String> warnings = new ArrayList<>();

    Outputs(Film film, Kitchen kitchen, Timeline timeline, Captions captions, boolean preview) {
        this.film = film;
        this.kitchen = kitchen;
        this.timeline = timeline;
        this.captions = captions;
        this.preview = preview;
    }

    List<String> warnings() {
        return warnings;
    }

    /** Tells of moments that the film does not have. */
    void check() {
        for (Output output : film.outputs()) {
            Duration at = output.at().orElse(Duration.ZERO);
            if (at.toNanos() / 1e9 >= timeline.seconds()) {
                throw VideogenException.invalid(
                        "time_outside_film",
                        String.format(
                                Locale.ROOT,
                                "Film \"%s\": its poster is to show second %.2f, and the film is %.2f s long.",
                                film.name(),
                                at.toNanos() / 1e9,
                                timeline.seconds()));
            }
        }
    }

    /**
     * Makes one.
     *
     * @param size of it
     * @param pictures of the whole film
     * @param sound of the whole film
     */
    MadeFilm.File make(Output output, Size size, Pictures pictures, Soundtrack sound) {
        String name = output.fileName(film.name());
        return switch (output.format()) {
            case MP4, WEBM -> movie(output.format(), name, size, pictures, sound.in(output.format()));
            case GIF -> {
                Size wanted = output.width().isPresent() || size.width() <= 640 ? size : size.withWidth(640);
                Gif.Made made = new Gif(kitchen, pictures.whole(), timeline.rate(), "\"" + name + "\"")
                        .make(wanted, output.maxBytes());
                if (!made.told().isEmpty()) {
                    warnings.add(made.told());
                }
                yield file(name, output.format(), made.file(), made.size(), true);
            }
            case POSTER -> file(name, output.format(), poster(output, name, size, pictures), size, false);
        };
    }

    private MadeFilm.File movie(Format format, String name, Size size, Pictures pictures, Input sound) {
        boolean track = format == Format.MP4 && !captions.soft().isEmpty();
        List<Input> inputs = new ArrayList<>(List.of(pictures.whole(), sound));
        List<String> options = new ArrayList<>(List.of("-map", "0:v:0", "-map", "1:a:0", "-c", "copy"));
        if (track) {
            inputs.add(Input.subRip(CaptionWriter.subRip(captions.soft())));
            options.addAll(List.of("-map", "2:s:0", "-c:s", "mov_text", "-disposition:s:0", "0"));
            language().ifPresent(code -> options.addAll(List.of("-metadata:s:s:0", "language=" + code)));
        }
        if (format == Format.MP4) {
            options.addAll(List.of("-movflags", "+faststart"));
        }
        options.addAll(List.of("-map_metadata", "-1", "-metadata", "title=" + film.name()));
        if (preview) {
            options.addAll(List.of("-metadata", "comment=" + PREVIEW));
        }
        options.addAll(List.of("-fflags", "+bitexact", "-f", format.word()));
        Recipe recipe = new Recipe(inputs, "", options, format.extension());
        Path made = kitchen.make(recipe, timeline.frames(), "\"" + name + "\"");
        return file(name, format, made, size, true);
    }

    private Path poster(Output output, String name, Size size, Pictures pictures) {
        double at = output.at().map(time -> time.toNanos() / 1e9).orElse(timeline.seconds() * POSTER);
        long frame =
                Math.min(timeline.frames() - 1, Math.round(at * timeline.rate().perSecond()));
        int segment = pictures.segmentOf(frame);
        long inside = frame - pictures.segments().get(segment).at();
        String graph = "[0:v:0]trim=start_frame=" + inside + ":end_frame=" + (inside + 1) + ",scale=" + size.width()
                + ":" + size.height()
                + ":in_color_matrix=bt709:out_color_matrix=bt601:out_range=pc:flags=lanczos,format=yuvj420p[film]";
        Recipe recipe = new Recipe(
                List.of(Input.file(
                        List.of(),
                        pictures.files().get(segment),
                        pictures.keys().get(segment))),
                graph,
                List.of("-frames:v", "1", "-q:v", "2", "-fflags", "+bitexact", "-f", "image2", "-update", "1"),
                "jpg");
        return kitchen.make(recipe, 1, "\"" + name + "\"");
    }

    private Optional<String> language() {
        return film.captions().flatMap(file -> {
            Matcher name = LANGUAGE.matcher(file.getFileName().toString());
            if (!name.matches()) {
                return Optional.empty();
            }
            try {
                return Optional.of(Locale.forLanguageTag(name.group(1)).getISO3Language())
                        .filter(code -> !code.isEmpty());
            } catch (MissingResourceException e) {
                return Optional.empty();
            }
        });
    }

    /** All captions beside the film. */
    Optional<MadeFilm.File> captions() {
        if (captions.all().isEmpty()) {
            return Optional.empty();
        }
        String text = CaptionWriter.webVtt(captions.all());
        String key = Sha256.of(text);
        Path kept = kitchen.pieces().find(key, "vtt").orElseGet(() -> {
            Path temporary = kitchen.pieces().temporary("vtt");
            try {
                Files.writeString(temporary, text);
                return kitchen.pieces().keep(temporary, key, "vtt");
            } catch (IOException e) {
                throw unreadable(temporary, e);
            } finally {
                kitchen.pieces().discard(temporary);
            }
        });
        return Optional.of(new MadeFilm.File(
                film.name() + ".vtt",
                "vtt",
                kept,
                size(kept),
                digest(kept),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalDouble.empty()));
    }

    private MadeFilm.File file(String name, Format format, Path path, Size size, boolean moving) {
        return new MadeFilm.File(
                name,
                format.word(),
                path,
                size(path),
                digest(path),
                OptionalInt.of(size.width()),
                OptionalInt.of(size.height()),
                moving ? OptionalDouble.of(timeline.seconds()) : OptionalDouble.empty());
    }

    private static long size(Path path) {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static String digest(Path path) {
        try {
            return Sha256.of(path);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static VideogenException unreadable(Path path, IOException e) {
        return new VideogenException(
                ErrorKind.STORAGE, "film_not_kept", "\"" + path + "\" can not be read or written (" + e + ").", e);
    }
}
