package io.videogen.it.bench.film;

import io.videogen.drawing.ffmpeg.FfmpegNatives;
import io.videogen.drawing.ffmpeg.MavenArtifact;
import io.videogen.film.FilmListener;
import io.videogen.film.FilmStudio;
import io.videogen.film.FilmTools;
import io.videogen.film.MadeFilm;
import io.videogen.film.declared.Clips;
import io.videogen.film.declared.DeclaredFilm;
import io.videogen.film.declared.DeclaredShot;
import io.videogen.film.declared.FilmReader;
import io.videogen.film.model.Film;
import io.videogen.film.store.FilmStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Films by module film, two processes at work. */
final class OurSide {

    private static final int PROCESSES = 2;

    private final Path folder;
    private final Path natives;

    OurSide(Path folder, Path localRepository) {
        this.folder = folder;
        MavenArtifact jar = FfmpegNatives.forThisPlatform().program();
        this.natives = localRepository
                .resolve(jar.groupId().replace('.', '/'))
                .resolve(jar.artifactId())
                .resolve(jar.version())
                .resolve(jar.artifactId() + "-" + jar.version() + "-" + jar.classifier() + ".jar");
    }

    /** What a film took. */
    record Made(Path file, double seconds, double peak, double bitsPerSecond) {
        double kilobits() {
            return bitsPerSecond / 1000;
        }
    }

    /** As on the first day, but for FFmpeg, which is unpacked. */
    void forget() {
        new FilmStore(FilmStore.in(folder.resolve("cache")), Clock.systemUTC()).prune(Duration.ZERO);
    }

    /**
     * Makes a film.
     *
     * @param dressed with title, captions and music
     */
    Made make(Footage footage, int clips, String caption, boolean dressed) throws Exception {
        List<DeclaredShot> shots = new ArrayList<>();
        if (dressed) {
            shots.add(shot("Acme 4.2", null, "3", ""));
        }
        for (int i = 0; i < clips; i++) {
            shots.add(shot(null, footage.clip(i).toString(), null, i == 1 ? caption : dressed ? "Clip " + i : ""));
        }
        String music = dressed ? footage.music().toString() : null;
        DeclaredFilm film = new DeclaredFilm(
                "f" + clips,
                "1280x720",
                "30",
                shots,
                "fade 500ms",
                music,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of());
        Film read = new FilmReader(folder, new NoClips()).read(List.of(film)).get(0);
        try (FilmStudio studio = new FilmStudio(
                folder.resolve("cache"),
                file -> file + " " + java.nio.file.Files.getLastModifiedTime(file),
                tools(),
                new FilmListener() {},
                PROCESSES,
                Clock.systemUTC())) {
            Watched.Measured<MadeFilm> made = Watched.measure(() -> studio.make(read));
            Path file = made.result().files().get(0).path();
            return new Made(file, made.seconds(), made.peak(), Watched.bitsPerSecond(file));
        }
    }

    private static DeclaredShot shot(String title, String file, String seconds, String caption) {
        return new DeclaredShot(title, null, null, file, null, seconds, null, null, null, caption, null, null, null);
    }

    private FilmTools tools() {
        return new FilmTools() {
            @Override
            public Path ffmpeg() {
                return natives;
            }

            @Override
            public ClassLoader glyphs() {
                return OurSide.class.getClassLoader();
            }
        };
    }

    /** All shots are own footage. */
    private static final class NoClips implements Clips {
        @Override
        public Set<String> names() {
            return Set.of();
        }

        @Override
        public Clip clip(String name) {
            throw new IllegalArgumentException(name);
        }
    }
}
