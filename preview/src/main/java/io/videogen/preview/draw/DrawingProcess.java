package io.videogen.preview.draw;

import io.videogen.drawing.process.PrivateFolder;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** One forked JVM that draws clip after clip. Used by one thread at a time. */
final class DrawingProcess {
    private static final int KEPT_LINES = 20;
    private static final int GRACE_SECONDS = 5;
    private static final String MAIN = "io.videogen.preview.draw.worker.DrawingWorker";

    private final PrivateFolder home;
    private final Process process;
    private final DataOutputStream requests;
    private final DataInputStream replies;
    private final Deque<String> errors = new ArrayDeque<>();
    private final Thread errorReader;
    private volatile boolean overdue;

    DrawingProcess(Path javaExecutable, List<Path> classPath) throws IOException {
        String path = classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        home = PrivateFolder.create("videogen-draw-");
        ProcessBuilder builder = new ProcessBuilder(
                javaExecutable.toString(),
                "-Xmx256m",
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:ErrorFile=" + home.crashReport(),
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + home.path(),
                "-Dfile.encoding=UTF-8",
                "-cp",
                path,
                MAIN);
        home.shelter(builder);
        try {
            process = builder.start();
        } catch (IOException e) {
            home.remove();
            throw new IOException(
                    "cannot start the JVM that draws preview clips, \"" + javaExecutable + "\": " + e.getMessage(), e);
        }
        process.onExit().thenRun(home::remove);
        requests = new DataOutputStream(process.getOutputStream());
        replies = new DataInputStream(process.getInputStream());
        errorReader = new Thread(this::readErrors, "videogen-preview-draw-errors");
        errorReader.setDaemon(true);
        errorReader.start();
    }

    private void readErrors() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (errors) {
                    if (errors.size() == KEPT_LINES) {
                        errors.removeFirst();
                    }
                    errors.addLast(line.substring(0, Math.min(line.length(), 500)));
                }
            }
        } catch (IOException e) {
            // The process ended: what it said so far is kept.
            return;
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    /**
     * @return false if the process had ended before it took the request, as it does when idle
     * @throws IOException if the drawing failed; the message says why
     */
    boolean draw(DrawingRequest request, Duration bound) throws IOException {
        try {
            Frames.write(requests, request.format());
        } catch (IOException e) {
            return false;
        }
        CompletableFuture<Void> finished = new CompletableFuture<>();
        CompletableFuture<Void> watch = finished.orTimeout(bound.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(late -> {
                    overdue = true;
                    process.destroyForcibly();
                    return null;
                });
        String failure;
        try {
            failure = Frames.read(replies);
        } catch (IOException e) {
            throw new IOException(ended(bound), e);
        } finally {
            finished.complete(null);
            watch.join();
        }
        if (!failure.isEmpty()) {
            throw new IOException("the preview clip cannot be drawn: " + failure + lastWords());
        }
        return true;
    }

    private String ended(Duration bound) {
        if (overdue) {
            return "the preview clip was not drawn within " + bound.toSeconds() + " s; its JVM was ended" + lastWords();
        }
        try {
            process.waitFor(5, TimeUnit.SECONDS);
            errorReader.join(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        String exit = process.isAlive() ? "" : " with exit code " + process.exitValue();
        String report = home.hasCrashReport() ? " (its report is \"" + home.crashReport() + "\")" : "";
        return "the JVM that draws preview clips ended" + exit + report + lastWords();
    }

    private String lastWords() {
        synchronized (errors) {
            return errors.isEmpty() ? "" : ": " + String.join(" | ", errors);
        }
    }

    /** The end of its input tells the process to tidy up and go; one that cannot is ended. */
    void end() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        } catch (IOException e) {
            // It has ended already, or is ended here.
            process.destroyForcibly();
        }
        // Not left to the process's end: this JVM may be about to end itself.
        home.remove();
    }
}
