package io.videogen.film.ffmpeg;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.drawing.process.PrivateFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Runs FFmpeg's programs in a private folder. Used by several threads; {@link #interrupt()} ends what runs and lets
 * nothing start any more.
 */
public final class Ffmpeg implements AutoCloseable {

    private static final String SECOND = "a picture of the second file";
    /** Options of a second file, by which its pictures are counted: FFmpeg's progress tells of the first one alone. */
    public static final List<String> COUNTED = List.of("-stats_mux_pre:v", "pipe:1", "-stats_mux_pre_fmt:v", SECOND);

    private static final int KEPT_LINES = 60;
    private static final int LONGEST_LINE = 400;
    /** What glibc says of stand-ins for libraries without version tables. */
    private static final String STAND_IN_NOISE = "no version information available";

    private final FfmpegFolder folder;
    private final PrivateFolder home;
    private final Set<Process> running = new HashSet<>();
    private boolean interrupted;

    private Ffmpeg(FfmpegFolder folder) {
        this.folder = folder;
        try {
            home = PrivateFolder.create("videogen-film-");
        } catch (IOException e) {
            throw new VideogenException(
                    ErrorKind.STORAGE, "no_temporary_folder", "No temporary folder can be made (" + e + ").", e);
        }
    }

    /** @throws VideogenException if FFmpeg does not start here, with what it says */
    public static Ffmpeg start(FfmpegFolder folder) {
        Ffmpeg ffmpeg = new Ffmpeg(folder);
        try {
            Ended first = ffmpeg.process("ffmpeg", List.of("-version"), line -> {});
            Ended last = first.code() != 0 && folder.standIn()
                    ? ffmpeg.process("ffmpeg", List.of("-version"), line -> {})
                    : first;
            if (last.code() != 0) {
                throw new VideogenException(
                        ErrorKind.STORAGE,
                        "ffmpeg_does_not_start",
                        "FFmpeg in \"" + folder.path() + "\" does not start." + folder.advice() + " It says: "
                                + new FfmpegException(last.code(), last.words()).getMessage());
            }
            return ffmpeg;
        } catch (IOException e) {
            ffmpeg.close();
            throw new VideogenException(
                    ErrorKind.STORAGE, "ffmpeg_does_not_start", "FFmpeg can not be prepared (" + e + ").", e);
        } catch (VideogenException e) {
            ffmpeg.close();
            throw e;
        }
    }

    private record Ended(int code, String words) {}

    /** A folder that only this user may enter, for files that FFmpeg reads; gone with this object. */
    public Path scratch() {
        return home.path();
    }

    /**
     * Makes one or two files.
     *
     * @param arguments without those for progress and messages; with {@link #COUNTED} before a second file
     * @param frames told of each picture that is written: 0 for the first file, 1 for the second one
     * @throws FfmpegException if it fails, with what FFmpeg said
     * @throws VideogenException if interrupted
     */
    public void make(List<String> arguments, IntConsumer frames) throws FfmpegException {
        List<String> all = new ArrayList<>(List.of(
                "-hide_banner", "-nostdin", "-y", "-v", "error", "-progress", "pipe:1", "-stats_period", "0.5"));
        all.addAll(arguments);
        long[] first = {0};
        Ended ended = process("ffmpeg", all, line -> {
            if (line.startsWith("frame=")) {
                for (long written = Long.parseLong(line.substring(6).strip()); first[0] < written; first[0]++) {
                    frames.accept(0);
                }
            } else if (line.equals(SECOND)) {
                frames.accept(1);
            }
        });
        if (ended.code() != 0) {
            throw new FfmpegException(ended.code(), ended.words());
        }
    }

    /**
     * Asks something.
     *
     * @param level of FFmpeg's messages, such as {@code info}
     * @return what it said on standard error
     */
    public List<String> ask(List<String> arguments, String level) throws FfmpegException {
        List<String> all = new ArrayList<>(List.of("-hide_banner", "-nostdin", "-y", "-nostats", "-v", level));
        all.addAll(arguments);
        Ended ended = process("ffmpeg", all, line -> {});
        if (ended.code() != 0) {
            throw new FfmpegException(ended.code(), ended.words());
        }
        return ended.words().lines().toList();
    }

    /** What {@code ffprobe} prints. */
    public List<String> probe(List<String> arguments) throws FfmpegException {
        List<String> all = new ArrayList<>(List.of("-hide_banner", "-v", "error"));
        all.addAll(arguments);
        List<String> lines = new ArrayList<>();
        Ended ended = process("ffprobe", all, lines::add);
        if (ended.code() != 0) {
            throw new FfmpegException(ended.code(), ended.words());
        }
        return lines;
    }

    private Ended process(String program, List<String> arguments, Consumer<String> output) {
        List<String> command = new ArrayList<>(List.of(folder.program(program).toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        home.shelter(builder);
        builder.environment().put(FfmpegFolder.libraryVariable(), folder.path().toString());
        Process process = begin(builder);
        Deque<String> words = new ArrayDeque<>();
        Thread errors = new Thread(() -> keep(process, words), "videogen-ffmpeg-errors");
        errors.setDaemon(true);
        errors.start();
        try {
            read(process, output);
            int code = process.waitFor();
            errors.join();
            checkInterrupted();
            return new Ended(code, String.join("\n", words));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interruption();
        } finally {
            process.destroyForcibly();
            synchronized (running) {
                running.remove(process);
            }
        }
    }

    private Process begin(ProcessBuilder builder) {
        synchronized (running) {
            checkInterrupted();
            try {
                Process process = builder.start();
                running.add(process);
                return process;
            } catch (IOException e) {
                throw new VideogenException(
                        ErrorKind.STORAGE,
                        "ffmpeg_does_not_start",
                        "FFmpeg in \"" + folder.path() + "\" can not be started (" + e.getMessage()
                                + "). If that folder lies where no program may run (noexec), choose another"
                                + " cacheDirectory.",
                        e);
            }
        }
    }

    private static void read(Process process, Consumer<String> output) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.accept(line);
            }
        } catch (IOException e) {
            // It ended: its exit code tells the rest.
            return;
        }
    }

    private static void keep(Process process, Deque<String> words) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.contains(STAND_IN_NOISE)) {
                    if (words.size() == KEPT_LINES) {
                        words.removeFirst();
                    }
                    words.addLast(line.substring(0, Math.min(line.length(), LONGEST_LINE)));
                }
            }
        } catch (IOException e) {
            // It ended: what it said so far is kept.
            return;
        }
    }

    /** Ends all that runs; whoever waits for it gets an error of kind {@code INTERRUPTED}. */
    public void interrupt() {
        synchronized (running) {
            interrupted = true;
            running.forEach(Process::destroyForcibly);
        }
    }

    private void checkInterrupted() {
        synchronized (running) {
            if (interrupted) {
                throw interruption();
            }
        }
    }

    private static VideogenException interruption() {
        return new VideogenException(
                ErrorKind.INTERRUPTED,
                "interrupted",
                "The film was interrupted. What was made is kept; the same command goes on from there.");
    }

    @Override
    public void close() {
        interrupt();
        home.remove();
    }
}
