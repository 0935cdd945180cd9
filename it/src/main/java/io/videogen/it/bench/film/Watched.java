package io.videogen.it.bench.film;

import io.videogen.it.bench.Times;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** The system's {@code ffmpeg}, and the memory of child processes. */
final class Watched {

    private static final int EVERY_MILLIS = 20;

    private Watched() {}

    /** Runs {@code ffmpeg}; returns what it said. */
    static String run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-hide_banner", "-nostdin", "-y", "-v", "info"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command + ": " + said);
        }
        return said;
    }

    /** Work, how long it took, and how much memory FFmpeg's processes had together at most, in MiB. */
    record Measured<T>(T result, double seconds, double peak) {}

    /** What is measured. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws Exception;
    }

    static <T> Measured<T> measure(Work<T> work) throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        double[] peak = {0};
        Thread watch = new Thread(() -> {
            while (!done.get()) {
                double now = ProcessHandle.current()
                        .descendants()
                        .mapToDouble(Watched::resident)
                        .sum();
                peak[0] = Math.max(peak[0], now);
                try {
                    Thread.sleep(EVERY_MILLIS);
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
        watch.start();
        long start = System.nanoTime();
        T result = work.run();
        double seconds = Times.since(start);
        done.set(true);
        watch.join();
        return new Measured<>(result, seconds, peak[0]);
    }

    /** Of FFmpeg's programs alone: before it becomes one, a child has the pages of this JVM. */
    private static double resident(ProcessHandle process) {
        try {
            List<String> status = Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"));
            return !status.get(0).matches("Name:\\s+ff(mpeg|probe)")
                    ? 0
                    : status.stream()
                            .filter(line -> line.startsWith("VmRSS:"))
                            .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                            .sum();
        } catch (IOException | IndexOutOfBoundsException e) {
            // It has just ended.
            return 0;
        }
    }

    /** Rate of the pictures of a file. */
    static double bitsPerSecond(Path file) throws Exception {
        Process process = new ProcessBuilder(
                        "ffprobe",
                        "-v",
                        "error",
                        "-select_streams",
                        "v:0",
                        "-show_entries",
                        "stream=bit_rate",
                        "-of",
                        "csv=p=0",
                        file.toString())
                .start();
        return Double.parseDouble(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .strip()
                .replace(",", ""));
    }
}
