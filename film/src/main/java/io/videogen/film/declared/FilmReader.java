package io.videogen.film.declared;

import io.videogen.core.VideogenException;
import io.videogen.core.output.FileNames;
import io.videogen.film.model.AspectRatio;
import io.videogen.film.model.Colour;
import io.videogen.film.model.Film;
import io.videogen.film.model.Fit;
import io.videogen.film.model.Format;
import io.videogen.film.model.FrameRate;
import io.videogen.film.model.Output;
import io.videogen.film.model.Shot;
import io.videogen.film.model.Size;
import io.videogen.film.model.Transition;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads descriptions of films. It looks at which files are there, and not into them. */
public final class FilmReader {

    private static final Pattern SIZE = Pattern.compile("(\\d{2,5})\\s*[x*\u00d7]\\s*(\\d{2,5})");
    private static final Pattern RATIO = Pattern.compile("(\\d{1,3})\\s*:\\s*(\\d{1,3})");
    private static final Pattern FRACTION = Pattern.compile("(\\d{1,6})/(\\d{1,5})");
    private static final Pattern RATE = Pattern.compile("\\d{1,3}(\\.\\d{1,3})?");
    private static final Pattern COLOUR = Pattern.compile("#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})");

    private final Path base;
    private final Clips clips;

    /**
     * @param base relative file names start here
     * @param clips what shots can name
     */
    public FilmReader(Path base, Clips clips) {
        this.base = base;
        this.clips = clips;
    }

    /**
     * Reads films that are delivered to one folder.
     *
     * @throws VideogenException of kind {@code INVALID_INPUT} that names film and shot
     */
    public List<Film> read(List<DeclaredFilm> films) {
        Map<String, String> stems = new HashMap<>();
        clips.names().forEach(name -> stems.put(name.toLowerCase(Locale.ROOT), "the video \"" + name + "\""));
        List<Film> read = new ArrayList<>();
        for (DeclaredFilm declared : films) {
            Film film = read(declared);
            Set<String> own = new HashSet<>(Set.of(film.name()));
            film.outputs().forEach(output -> own.add(film.name() + output.suffix()));
            for (String stem : own) {
                String other = stems.put(stem.toLowerCase(Locale.ROOT), "the film \"" + film.name() + "\"");
                if (other != null) {
                    throw place(film.name())
                            .error(
                                    "duplicate_name",
                                    "its files are named \"" + stem + "\", as those of " + other
                                            + " are. Choose another name.");
                }
            }
            read.add(film);
        }
        return read;
    }

    private static Place place(String name) {
        return new Place("film \"" + name + "\"");
    }

    private Film read(DeclaredFilm declared) {
        String name = Place.set(declared.name())
                .orElseThrow(() -> VideogenException.invalid(
                        "film_without_name", "A film has no name. Give it a <name>, the stem of its files."));
        FileNames.check("film", name);
        Place place = place(name);
        if (declared.shots().isEmpty()) {
            throw place.error("no_shots", "it has no shots. Give it <shots> with at least one <shot>.");
        }
        Optional<Boolean> burn = place.flag("burnCaptions", declared.burnCaptions());
        return new Film(
                name,
                Place.set(declared.size()).map(text -> size(place, text)),
                Place.set(declared.fps()).map(text -> rate(place, text)),
                shots(place, declared),
                file(place, "music", declared.music()),
                file(place, "voice", declared.voice()),
                file(place, "captions", declared.captions()),
                burn.orElse(true),
                burn.orElse(false),
                file(place, "logo", declared.logo()),
                file(place, "font", declared.font()),
                Place.set(declared.background()).map(text -> colour(place, text)),
                outputs(place, name, declared.outputs()));
    }

    private List<Shot> shots(Place film, DeclaredFilm declared) {
        Transition usual = Place.set(declared.transition())
                .map(text -> transition(film, text))
                .orElse(Transition.CUT);
        List<Shot> shots = new ArrayList<>();
        for (DeclaredShot shot : declared.shots()) {
            int number = shots.size() + 1;
            Place place = new Place(film.name() + ", shot " + number);
            Transition own = Place.set(shot.transition())
                    .map(text -> transition(place, text))
                    .orElse(usual);
            shots.add(new Shot(
                    number,
                    new ContentReader(place, base, clips).read(shot),
                    Place.set(shot.caption()),
                    // Nothing is before the first shot.
                    number == 1 ? Transition.CUT : own,
                    place.word("fit", shot.fit(), Fit.class)));
        }
        return shots;
    }

    private static List<Output> outputs(Place film, String name, List<DeclaredOutput> declared) {
        List<Output> outputs = new ArrayList<>();
        Map<String, Integer> names = new HashMap<>();
        for (DeclaredOutput one : declared) {
            Place place = new Place(film.name() + ", output " + (outputs.size() + 1));
            Output output = output(place, one);
            Integer other = names.put(output.fileName(name), outputs.size() + 1);
            if (other != null) {
                throw place.error(
                        "duplicate_output",
                        "it makes the same file \"" + output.fileName(name) + "\" as output " + other
                                + ". Give one of them another format or aspectRatio.");
            }
            outputs.add(output);
        }
        return outputs.isEmpty() ? List.of(output(film, new DeclaredOutput("mp4", "", "", "", "", ""))) : outputs;
    }

    private static Output output(Place place, DeclaredOutput declared) {
        Format format = place.word("format", declared.format(), Format.class)
                .orElseThrow(
                        () -> place.error("output_without_format", "it has no format. " + Place.oneOf(Format.class)));
        Optional<Long> limit = place.bytes("maxBytes", declared.maxBytes());
        if (limit.isPresent() && format != Format.GIF) {
            throw place.invalid("maxBytes", declared.maxBytes().strip(), "Only a gif has a limit.");
        }
        Optional<Duration> at = place.time("at", declared.at());
        if (at.isPresent() && !format.hasMoment()) {
            throw place.invalid("at", declared.at().strip(), "Only a poster shows one moment.");
        }
        return new Output(
                format,
                place.pixels("width", declared.width()).map(OptionalInt::of).orElse(OptionalInt.empty()),
                limit.map(OptionalLong::of).orElse(OptionalLong.empty()),
                Place.set(declared.aspectRatio()).map(text -> ratio(place, text)),
                place.word("fit", declared.fit(), Fit.class),
                at);
    }

    static Transition transition(Place place, String text) {
        String[] words = text.split("\\s+", 2);
        String name = words[0].toLowerCase(Locale.ROOT);
        if (name.equals(Transition.CUT.name())) {
            return Transition.CUT;
        }
        if (!Transition.NAMES.contains(name)) {
            throw place.invalid(
                    "transition",
                    text,
                    "Use cut, or one of these with a length, such as \"fade 500ms\": "
                            + String.join(", ", Transition.NAMES) + ".");
        }
        Optional<Duration> length = place.time("transition", words.length > 1 ? words[1] : "");
        return length.filter(Duration::isZero).isPresent()
                ? Transition.CUT
                : new Transition(name, length.orElse(Transition.USUAL_LENGTH));
    }

    private static Size size(Place place, String text) {
        Matcher size = SIZE.matcher(text);
        if (size.matches()) {
            int width = Integer.parseInt(size.group(1));
            int height = Integer.parseInt(size.group(2));
            if (Math.min(width, height) >= 16 && Math.max(width, height) <= 3840 && Math.min(width, height) <= 2160) {
                return Size.even(width, height);
            }
        }
        throw place.invalid(
                "size", text, "Write width and height in pixels, such as \"1920x1080\", of at most 3840x2160.");
    }

    private static FrameRate rate(Place place, String text) {
        Matcher fraction = FRACTION.matcher(text);
        FrameRate rate = new FrameRate(0, 1);
        if (fraction.matches() && Integer.parseInt(fraction.group(2)) > 0) {
            rate = new FrameRate(Integer.parseInt(fraction.group(1)), Integer.parseInt(fraction.group(2)));
        } else if (RATE.matcher(text).matches()) {
            int thousand = new BigDecimal(text).movePointRight(3).intValue();
            int whole = (thousand + 500) / 1000;
            boolean television = thousand != whole * 1000 && Math.abs(thousand - whole * 1_000_000L / 1001) <= 1;
            rate = television ? new FrameRate(whole * 1000, 1001) : new FrameRate(thousand, 1000).reduced();
        }
        if (rate.perSecond() < 1 || rate.perSecond() > 120) {
            throw place.invalid("fps", text, "Write frames a second from 1 to 120, such as \"30\" or \"23.976\".");
        }
        return rate;
    }

    private static Colour colour(Place place, String text) {
        Matcher colour = COLOUR.matcher(text);
        if (!colour.matches()) {
            throw place.invalid("background", text, "Write a colour such as \"#101820\".");
        }
        String digits = colour.group(1).length() == 6
                ? colour.group(1)
                : colour.group(1).replaceAll("(.)", "$1$1");
        return new Colour(Integer.parseInt(digits, 16));
    }

    private static AspectRatio ratio(Place place, String text) {
        Matcher ratio = RATIO.matcher(text);
        if (ratio.matches()) {
            int width = Integer.parseInt(ratio.group(1));
            int height = Integer.parseInt(ratio.group(2));
            if (width > 0 && height > 0 && width <= 4 * height && height <= 4 * width) {
                return new AspectRatio(width, height);
            }
        }
        throw place.invalid("aspectRatio", text, "Write width and height such as \"9:16\", up to 4:1.");
    }

    private Optional<Path> file(Place place, String field, String text) {
        return Place.set(text).map(value -> existing(place, field, base, value));
    }

    /** A file that is there, absolute. */
    static Path existing(Place place, String field, Path base, String text) {
        Path file = base.resolve(text).toAbsolutePath().normalize();
        if (!Files.isRegularFile(file)) {
            throw place.error("missing_file", "there is no file \"" + file + "\", which " + field + " names.");
        }
        return file;
    }
}
