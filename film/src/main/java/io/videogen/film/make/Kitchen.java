package io.videogen.film.make;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.file.Sha256;
import io.videogen.film.draw.Letterer;
import io.videogen.film.ffmpeg.Ffmpeg;
import io.videogen.film.ffmpeg.FfmpegException;
import io.videogen.film.graph.Input;
import io.videogen.film.graph.Recipe;
import io.videogen.film.graph.Source;
import io.videogen.film.store.Pieces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Cooks recipes of one film, and keeps what comes out. Thread-safe. */
final class Kitchen {

    private final String film;
    private final String tool;
    private final Supplier<Ffmpeg> ffmpeg;
    private final Letterer letterer;
    private final Pieces pieces;

    /**
     * @param tool stands for FFmpeg and the fonts in keys
     */
    Kitchen(String film, String tool, Supplier<Ffmpeg> ffmpeg, Letterer letterer, Pieces pieces) {
        this.film = film;
        this.tool = tool;
        this.ffmpeg = ffmpeg;
        this.letterer = letterer;
        this.pieces = pieces;
    }

    String key(Recipe recipe) {
        return recipe.key(tool);
    }

    /** What an earlier build made. */
    Optional<Path> kept(Recipe recipe) {
        return pieces.find(key(recipe), recipe.extension());
    }

    Ffmpeg ffmpeg() {
        return ffmpeg.get();
    }

    Pieces pieces() {
        return pieces;
    }

    /**
     * A file to be made.
     *
     * @param recipe of it alone, by which it is kept
     * @param frames that must come out; 0 if there are none to be counted
     * @param what for people, in errors
     */
    record Dish(Recipe recipe, long frames, String what) {}

    /** Makes a file, unless it is kept. */
    Path make(Recipe recipe, long frames, String what) {
        return make(recipe, List.of(new Dish(recipe, frames, what)), () -> {}).get(0);
    }

    /**
     * Makes files in one run of FFmpeg, unless all are kept.
     *
     * @param run makes them, in order
     * @param frame told of each picture that is done
     */
    List<Path> make(Recipe run, List<Dish> dishes, Runnable frame) {
        List<Path> kept =
                dishes.stream().flatMap(dish -> kept(dish.recipe()).stream()).toList();
        if (kept.size() == dishes.size()) {
            return kept;
        }
        List<Path> temporary =
                dishes.stream().map(dish -> pieces.temporary(run.extension())).toList();
        try {
            long[] made = new long[dishes.size()];
            ffmpeg.get().make(arguments(run, dishes, temporary), file -> {
                made[file]++;
                frame.run();
            });
            List<Path> done = new ArrayList<>();
            for (int i = 0; i < made.length; i++) {
                Dish dish = dishes.get(i);
                check(dish, made[i]);
                done.add(pieces.keep(temporary.get(i), key(dish.recipe()), run.extension()));
            }
            return done;
        } catch (FfmpegException e) {
            if (dishes.size() > 1 && !e.isDiskFull()) {
                // Alone, that which is good is made, and the error is that of the other.
                return dishes.stream()
                        .map(dish -> make(dish.recipe(), dish.frames(), dish.what()))
                        .toList();
            }
            throw failed(dishes.get(0).what(), e);
        } finally {
            temporary.forEach(pieces::discard);
        }
    }

    private void check(Dish dish, long made) {
        if (dish.frames() > 0 && made != dish.frames()) {
            throw VideogenException.invalid(
                    "footage_ends_early",
                    "Film \"" + film + "\", " + dish.what() + ": " + made + " of " + dish.frames()
                            + " frames could be made. The footage ends earlier than it says. Set <to> to a time before its end.");
        }
    }

    VideogenException failed(String what, FfmpegException e) {
        if (e.isDiskFull()) {
            return new VideogenException(
                    ErrorKind.STORAGE,
                    "disk_full",
                    "Film \"" + film + "\", " + what + ": the disk is full. What was made is kept; make room, and the"
                            + " same command goes on from there.",
                    e);
        }
        return new VideogenException(
                ErrorKind.BAD_ARTIFACT,
                "ffmpeg_failed",
                "Film \"" + film + "\", " + what + ": FFmpeg says: " + e.getMessage(),
                e);
    }

    private List<String> arguments(Recipe run, List<Dish> dishes, List<Path> targets) {
        List<String> arguments = new ArrayList<>();
        for (Input input : run.inputs()) {
            arguments.addAll(input.options());
            arguments.add("-i");
            arguments.add(name(input.source()));
        }
        if (!run.graph().isEmpty()) {
            arguments.addAll(List.of("-filter_complex_threads", "1", "-filter_complex", run.graph()));
        }
        for (int i = 0; i < targets.size(); i++) {
            if (!run.graph().isEmpty()) {
                arguments.addAll(List.of("-map", Recipe.output(i)));
            }
            if (i > 0) {
                arguments.addAll(Ffmpeg.COUNTED);
            }
            arguments.addAll(dishes.get(i).recipe().options());
            arguments.add("file:" + targets.get(i));
        }
        return arguments;
    }

    private String name(Source source) {
        if (source instanceof Source.File file) {
            return file.name();
        }
        String extension = source instanceof Source.Text text ? text.extension() : "png";
        return "file:" + scratch(source, extension);
    }

    /** Drawings and lists are few and small: each is written once for the whole film. */
    private synchronized Path scratch(Source source, String extension) {
        Path file = ffmpeg.get().scratch().resolve(Sha256.of(source.toString()) + "." + extension);
        try {
            if (!Files.exists(file) && source instanceof Source.Drawing drawing) {
                letterer.draw(drawing.lettering(), file);
            } else if (source instanceof Source.Text text) {
                Files.writeString(file, text.content());
            }
            return file;
        } catch (IOException e) {
            throw new VideogenException(
                    ErrorKind.STORAGE,
                    "temporary_file_not_written",
                    "Film \"" + film + "\": text can not be drawn or written to \"" + file + "\" (" + e.getMessage()
                            + ").",
                    e);
        }
    }
}
