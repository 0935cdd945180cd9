package io.videogen.it.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Where benchmarks work and what they start: child JVMs and real Maven builds.
 *
 * @param folder scratch and results, on the disk that is measured
 * @param maven the {@code mvn} program
 * @param repository local repository that has the plugin of this build
 * @param localRepository the outer build's local repository, where all else is found
 * @param version of the plugin
 * @param openAiClassPath of the comparison with openai-java
 * @param newerJava home of a Java with virtual threads, if there is one
 */
public record Workshop(
        Path folder,
        Path maven,
        Path repository,
        Path localRepository,
        String version,
        String openAiClassPath,
        Optional<Path> newerJava) {

    /** The longest child takes four. */
    private static final int MOST_MINUTES = 10;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** An empty folder of that name. */
    public Path emptyFolder(String name) throws IOException {
        Path empty = folder.resolve(name);
        delete(empty);
        return Files.createDirectories(empty);
    }

    public static void delete(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> files = Files.walk(tree)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Runs a class of this build in a JVM of its own; its last line of output is its result. */
    public JsonNode java(List<String> options, Class<?> main, String... arguments) throws Exception {
        return java(options, System.getProperty("java.class.path"), main.getName(), arguments);
    }

    /** The same on another Java. */
    public JsonNode java(Path home, List<String> options, Class<?> main, String... arguments) throws Exception {
        return java(home, options, System.getProperty("java.class.path"), main.getName(), arguments);
    }

    public JsonNode java(List<String> options, String classPath, String main, String... arguments) throws Exception {
        return java(Path.of(System.getProperty("java.home")), options, classPath, main, arguments);
    }

    private JsonNode java(Path home, List<String> options, String classPath, String main, String... arguments)
            throws Exception {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin").resolve("java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main));
        command.addAll(List.of(arguments));
        Path log = folder.resolve(main.substring(main.lastIndexOf('.') + 1) + ".log");
        run(new ProcessBuilder(command), log);
        List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
        return JSON.readTree(lines.get(lines.size() - 1));
    }

    /** Runs Maven in a folder and returns its seconds, the start of its JVM included. */
    public double maven(Path project, Path local, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.addAll(List.of(maven.toString(), "-B", "-ntp", "-Dmaven.repo.local=" + local));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(project.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("VIDEOGEN_") || name.equals("MAVEN_OPTS"));
        long start = System.nanoTime();
        run(builder, project.resolve("build.log"));
        return Times.since(start);
    }

    /** Runs Maven with the plugin of this build and without a network. */
    public double maven(Path project, String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of("-s", settings().toString()));
        all.addAll(List.of(arguments));
        return maven(project, repository, all.toArray(String[]::new));
    }

    /** Such as {@code io.videogen:videogen-maven-plugin:1.0:generate}. */
    public String goal(String name) {
        return "io.videogen:videogen-maven-plugin:" + version + ":" + name;
    }

    private Path settings() throws IOException {
        Path file = folder.resolve("settings.xml");
        Files.writeString(file, """
                <settings>
                  <mirrors>
                    <mirror>
                      <id>local</id>
                      <mirrorOf>*</mirrorOf>
                      <url>%s</url>
                    </mirror>
                  </mirrors>
                </settings>
                """.formatted(localRepository.toUri()));
        return file;
    }

    private static void run(ProcessBuilder builder, Path log) throws IOException, InterruptedException {
        Process process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        boolean ended = process.waitFor(MOST_MINUTES, TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        if (process.exitValue() != 0) {
            throw new IOException(builder.command().get(0) + " ended with " + process.exitValue()
                    + (ended ? "" : ", stopped after " + MOST_MINUTES + " minutes") + ":\n" + Files.readString(log));
        }
    }
}
