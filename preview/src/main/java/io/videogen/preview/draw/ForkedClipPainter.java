package io.videogen.preview.draw;

import io.videogen.drawing.ffmpeg.FfmpegNatives;
import io.videogen.drawing.text.TextLayout;
import io.videogen.preview.clip.ClipPainter;
import io.videogen.preview.clip.ClipSpec;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;

/**
 * Draws in forked JVMs, at most two, which are used again and end with this JVM, on {@link #close()}, or after a minute
 * without work.
 */
public final class ForkedClipPainter implements ClipPainter {
    private static final int AT_ONCE = 2;
    private static final Duration LEAST = Duration.ofMinutes(1);
    /** A machine that draws slower than this many pixels a second hangs. */
    private static final double SLOWEST = 2_000_000;

    private final Path javaExecutable;
    private final List<Path> classPath;
    private final Semaphore permits = new Semaphore(AT_ONCE, true);
    private final Deque<DrawingProcess> idle = new ArrayDeque<>();
    private final Set<DrawingProcess> all = new HashSet<>();
    private boolean closed;

    /**
     * @param javaExecutable of Java 17 or newer
     * @param classPath the files of {@link FfmpegNatives#libraries()}; our own jars are added
     */
    public ForkedClipPainter(Path javaExecutable, List<Path> classPath) {
        this.javaExecutable = javaExecutable;
        List<Path> path = new ArrayList<>(classPath);
        path.add(jarOf(ForkedClipPainter.class));
        path.add(jarOf(TextLayout.class));
        this.classPath = List.copyOf(path);
    }

    /** The Java that runs this JVM. */
    public static Path currentJava() {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        return Path.of(System.getProperty("java.home"), "bin", windows ? "java.exe" : "java");
    }

    private static Path jarOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void paint(ClipSpec spec, Path target) throws IOException, InterruptedException {
        draw(new DrawingRequest(spec, false, target.toAbsolutePath()));
    }

    @Override
    public void paintThumbnail(ClipSpec spec, Path clip, Path target) throws IOException, InterruptedException {
        draw(new DrawingRequest(spec, true, target.toAbsolutePath()));
    }

    private void draw(DrawingRequest request) throws IOException, InterruptedException {
        permits.acquire();
        try {
            while (true) {
                DrawingProcess process = take();
                boolean drawn = false;
                try {
                    drawn = process.draw(request, bound(request));
                } catch (IOException e) {
                    Files.deleteIfExists(request.target());
                    throw e;
                } finally {
                    giveBack(process);
                }
                if (drawn) {
                    return;
                }
            }
        } finally {
            permits.release();
        }
    }

    private static Duration bound(DrawingRequest request) {
        ClipSpec spec = request.spec();
        double pixels = (double) spec.size().width() * spec.size().height() * spec.frames();
        return LEAST.plusSeconds((long) (pixels / SLOWEST));
    }

    private synchronized DrawingProcess take() throws IOException {
        if (closed) {
            throw new IOException("the preview painter is closed");
        }
        for (DrawingProcess process = idle.poll(); process != null; process = idle.poll()) {
            if (process.alive()) {
                return process;
            }
            all.remove(process);
        }
        DrawingProcess started = new DrawingProcess(javaExecutable, classPath);
        all.add(started);
        return started;
    }

    private synchronized void giveBack(DrawingProcess process) {
        if (process.alive() && !closed) {
            idle.push(process);
        } else {
            all.remove(process);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        all.forEach(DrawingProcess::end);
        all.clear();
        idle.clear();
    }
}
