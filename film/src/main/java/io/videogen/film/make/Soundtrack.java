package io.videogen.film.make;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.file.Sha256;
import io.videogen.film.cut.Placed;
import io.videogen.film.cut.Timeline;
import io.videogen.film.ffmpeg.FfmpegException;
import io.videogen.film.graph.Input;
import io.videogen.film.graph.Recipe;
import io.videogen.film.media.Media;
import io.videogen.film.media.Prober;
import io.videogen.film.model.Film;
import io.videogen.film.model.Format;
import io.videogen.film.model.FrameRate;
import io.videogen.film.sound.Mix;
import io.videogen.film.sound.ShotSound;
import io.videogen.film.sound.ShotTrack;
import io.videogen.film.sound.SoundGrid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** The sound of one film, as one piece. */
final class Soundtrack {

    /** To be raised when the same sources are mixed differently. */
    private static final String FORMAT = "sound-2";

    private final Film film;
    private final Kitchen kitchen;
    private final Timeline timeline;
    private final Material material;
    private final Map<Placed, Recipe> shots = new LinkedHashMap<>();
    private final String key;

    Soundtrack(Film film, Kitchen kitchen, SideBySide sideBySide, Timeline timeline, Material material) {
        this.film = film;
        this.kitchen = kitchen;
        this.timeline = timeline;
        this.material = material;
        for (Placed shot : timeline.shots()) {
            Material.file(shot.shot().content())
                    .flatMap(file -> ShotSound.of(shot, timeline.rate(), material.identity(file)))
                    .ifPresent(recipe -> shots.put(shot, recipe));
        }
        StringBuilder text =
                new StringBuilder(FORMAT).append(Mix.TARGET).append(' ').append(samples());
        shots.forEach((shot, recipe) -> text.append('\n')
                .append(kitchen.key(recipe))
                .append(' ')
                .append(shot.at())
                .append(' ')
                .append(shot.in())
                .append(' ')
                .append(shot.out()));
        text.append('\n')
                .append(film.voice().map(material::identity))
                .append(film.music().map(material::identity));
        key = Sha256.of(text.toString());
        check(sideBySide);
    }

    /** A voice or music without sound is told before anything is made. */
    private void check(SideBySide sideBySide) {
        Prober prober = new Prober(kitchen::ffmpeg);
        List<Callable<Boolean>> checks = new ArrayList<>();
        for (Map.Entry<String, Optional<Path>> source :
                Map.of("voice", film.voice(), "music", film.music()).entrySet()) {
            source.getValue()
                    .ifPresent(file -> checks.add(() -> {
                        String where = "Film \"" + film.name() + "\", " + source.getKey();
                        if (!prober.probe(where, new Media(file), FrameRate.USUAL)
                                .sound()) {
                            throw VideogenException.invalid(
                                    "no_sound", where + ": there is no sound in \"" + file + "\".");
                        }
                        return true;
                    }));
        }
        sideBySide.all(checks);
    }

    private long samples() {
        return SoundGrid.sample(timeline.rate(), timeline.frames());
    }

    /** Makes the sounds of shots, unless the whole is there. */
    List<Callable<Path>> shots() {
        if (kept().isPresent()) {
            return List.of();
        }
        return shots.entrySet().stream()
                .map(shot -> (Callable<Path>) () ->
                        kitchen.make(shot.getValue(), 0, shot.getKey().shot().label() + ", its sound"))
                .toList();
    }

    /** Mixes the sounds of shots with voice and music. */
    Path mixed() {
        return kept().orElseGet(this::mix);
    }

    private Optional<Path> kept() {
        return kitchen.pieces().find(key, "flac");
    }

    /** All of it as a format has it. Coded once for all outputs of that format, and while pictures are made. */
    Input in(Format format) {
        List<String> options = new ArrayList<>(List.of("-map", "0:a:0", "-c:a"));
        options.addAll(format == Format.WEBM ? List.of("libopus", "-b:a", "128k") : List.of("aac", "-b:a", "192k"));
        // MP4 for both: it tells what a decoder has to leave out at the start.
        options.addAll(List.of("-flags:a", "+bitexact", "-fflags", "+bitexact", "-f", "mp4"));
        Recipe recipe = new Recipe(List.of(Input.file(List.of(), mixed(), key)), "", options, "m4a");
        return Input.file(List.of(), kitchen.make(recipe, 0, "its sound"), kitchen.key(recipe));
    }

    private Path mix() {
        Path temporary = kitchen.pieces().temporary("flac");
        Path track = kitchen.pieces().temporary("pcm");
        try {
            Mix.Sources sources = new Mix.Sources(
                    shots.isEmpty()
                            ? Optional.empty()
                            : Optional.of(List.of(
                                    "-f",
                                    "s16le",
                                    "-ar",
                                    Integer.toString(SoundGrid.RATE),
                                    "-ac",
                                    "2",
                                    "-i",
                                    "file:" + track)),
                    film.voice().map(file -> new Media(file).input(FrameRate.USUAL)),
                    film.music().map(Soundtrack::looped));
            lay(track);
            new Mix(kitchen.ffmpeg(), samples())
                    .write(
                            sources,
                            List.of(
                                    "-c:a",
                                    "flac",
                                    "-sample_fmt",
                                    "s16",
                                    "-fflags",
                                    "+bitexact",
                                    "-f",
                                    "flac",
                                    "file:" + temporary));
            return kitchen.pieces().keep(temporary, key, "flac");
        } catch (FfmpegException e) {
            throw kitchen.failed("its sound", e);
        } catch (IOException e) {
            throw new VideogenException(
                    ErrorKind.STORAGE,
                    "sound_not_written",
                    "Film \"" + film.name() + "\": its sound can not be written to \"" + track + "\" (" + e + ").",
                    e);
        } finally {
            kitchen.pieces().discard(temporary);
            kitchen.pieces().discard(track);
        }
    }

    private static List<String> looped(Path file) {
        List<String> input = new ArrayList<>(List.of("-stream_loop", "-1"));
        input.addAll(new Media(file).input(FrameRate.USUAL));
        return input;
    }

    private void lay(Path track) throws IOException {
        if (shots.isEmpty()) {
            return;
        }
        Files.deleteIfExists(track);
        FrameRate rate = timeline.rate();
        try (ShotTrack lane = new ShotTrack(track, samples())) {
            for (Map.Entry<Placed, Recipe> shot : shots.entrySet()) {
                Placed place = shot.getKey();
                long at = SoundGrid.sample(rate, place.at());
                long end = SoundGrid.sample(rate, place.at() + place.frames());
                lane.add(
                        kitchen.kept(shot.getValue()).orElseThrow(),
                        at,
                        end - at,
                        SoundGrid.sample(rate, place.bodyAt()) - at,
                        end - SoundGrid.sample(rate, place.at() + place.frames() - place.out()));
            }
        }
    }
}
