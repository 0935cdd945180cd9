package io.videogen.it.clients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A script or a class that calls foreign code. It ends with its standard input. */
final class ForeignProcess implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_SECONDS = 60;

    private final Process process;
    private final Path errors;

    private ForeignProcess(List<String> command, Path errors) throws IOException {
        this.errors = errors;
        this.process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
    }

    /** Of {@code src/test/node}, beside which npm has installed the packages. */
    static ForeignProcess script(String name, Path errors, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("node", System.getProperty("clients.node") + "/" + name));
        command.addAll(List.of(arguments));
        return new ForeignProcess(command, errors);
    }

    /** Of the module {@code java-clients}, with its class path. */
    static ForeignProcess type(String name, Path errors, String... arguments) throws IOException {
        Path target = Path.of(System.getProperty("clients.java"));
        String classPath = target.resolve("classes")
                + System.getProperty("path.separator")
                + Files.readString(target.resolve("class-path.txt")).strip();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                "io.videogen.it.clients." + name));
        command.addAll(List.of(arguments));
        return new ForeignProcess(command, errors);
    }

    /** The next line of output, which is an object. */
    JsonNode line() throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = output.readLine();
        if (line == null) {
            throw new IOException("no output, but: " + Files.readString(errors));
        }
        return JSON.readTree(line);
    }

    /** All output of a process that ends by itself, then its errors. */
    Ended ended() throws IOException, InterruptedException {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("still running after " + MOST_SECONDS + " s: " + output);
        }
        return new Ended(process.exitValue(), output, Files.readString(errors));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** How a process ended. */
    record Ended(int code, String output, String errors) {

        /** What the last line tells. */
        JsonNode told() throws IOException {
            return JSON.readTree(output.lines().reduce("", (before, line) -> line));
        }
    }
}
