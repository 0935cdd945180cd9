package io.videogen.film;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.request.FileDigests;
import io.videogen.drawing.ffmpeg.FfmpegNatives;
import io.videogen.film.ffmpeg.Ffmpeg;
import io.videogen.film.ffmpeg.FfmpegFolder;
import io.videogen.film.make.FilmMaker;
import io.videogen.film.make.SideBySide;
import io.videogen.film.model.Film;
import io.videogen.film.store.FilmRecord;
import io.videogen.film.store.FilmStore;
import io.videogen.film.store.Pieces;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Makes films. FFmpeg is asked for, unpacked and started when the first piece has to be made: a build with nothing to do
 * needs none. {@link #interrupt()} may come from another thread.
 */
public final class FilmStudio implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 2;

    private final Path cacheDirectory;
    private final FileDigests digests;
    private final FilmTools tools;
    private final FilmListener listener;
    private final int processes;
    private final Clock clock;
    private final Object starting = new Object();
    private final Semaphore idle = new Semaphore(1);
    private volatile Ffmpeg ffmpeg;
    private volatile boolean interrupted;
    private SideBySide sideBySide;

    /**
     * @param cacheDirectory where pieces are kept, below {@code film}
     * @param digests of the files that films name
     * @param tools closed with the studio
     * @param processes of FFmpeg that work at once
     */
    public FilmStudio(
            Path cacheDirectory,
            FileDigests digests,
            FilmTools tools,
            FilmListener listener,
            int processes,
            Clock clock) {
        this.cacheDirectory = cacheDirectory;
        this.digests = digests;
        this.tools = tools;
        this.listener = listener;
        this.processes = processes;
        this.clock = clock;
    }

    /** As many processes as this machine has cores; more memory than eight take is not wanted for films. */
    public static int usualProcesses() {
        return Math.max(1, Math.min(8, Runtime.getRuntime().availableProcessors()));
    }

    /**
     * Makes a film, or finds it made.
     *
     * @throws VideogenException that names film and shot
     */
    public MadeFilm make(Film film) {
        String tool = tool();
        Pieces pieces = new Pieces(FilmStore.in(cacheDirectory), film.name(), clock);
        FilmMaker maker = new FilmMaker(film, tool, digests, pieces);
        Optional<MadeFilm> made = FilmRecord.find(pieces, film.name(), maker.key());
        idle.acquireUninterruptibly();
        try {
            return made.orElseGet(() -> maker.make(this::ffmpeg, tools::glyphs, sideBySide(), listener, clock));
        } finally {
            idle.release();
        }
    }

    /** FFmpeg as Maven names it: another release makes other bytes. */
    private static String tool() {
        try {
            return FfmpegNatives.forThisPlatform().program().toString();
        } catch (UnsupportedOperationException e) {
            throw new VideogenException(
                    ErrorKind.INVALID_INPUT,
                    "unsupported_platform",
                    "Films can not be made here: " + e.getMessage() + ".",
                    e);
        }
    }

    private Ffmpeg ffmpeg() {
        synchronized (starting) {
            if (ffmpeg == null) {
                Ffmpeg started = Ffmpeg.start(FfmpegFolder.of(tools.ffmpeg(), FilmStore.ffmpeg(cacheDirectory)));
                ffmpeg = started;
                if (interrupted) {
                    started.interrupt();
                }
            }
            return ffmpeg;
        }
    }

    private SideBySide sideBySide() {
        if (sideBySide == null) {
            sideBySide = new SideBySide(processes);
        }
        return sideBySide;
    }

    /**
     * Ends all work, and waits two seconds at most for it to end; what was made is kept. It does not wait longer for FFmpeg
     * to be fetched or unpacked.
     */
    public void interrupt() {
        interrupted = true;
        Ffmpeg started = ffmpeg;
        if (started != null) {
            started.interrupt();
        }
        try {
            if (idle.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                idle.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (sideBySide != null) {
            sideBySide.close();
        }
        if (ffmpeg != null) {
            ffmpeg.close();
        }
        tools.close();
    }
}
