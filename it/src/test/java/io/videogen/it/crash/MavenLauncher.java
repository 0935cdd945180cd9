package io.videogen.it.crash;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Starts real Maven builds with the plugin of this reactor, out of the local repository that the invoker has filled. */
final class MavenLauncher implements Launcher {

    private final String maven;
    private final String repository;
    private final String version;

    /** Reads the system properties that the module's POM sets. */
    MavenLauncher() {
        maven = System.getProperty("videogen.it.maven");
        repository = System.getProperty("videogen.it.repository");
        version = System.getProperty("videogen.it.version");
    }

    @Override
    public Process start(VideoSet videos, URI endpoint, Set<String> resubmit, Path log) throws IOException {
        Files.createDirectories(videos.folder());
        Path pom = videos.folder().resolve("pom.xml");
        if (Files.notExists(pom)) {
            Files.writeString(pom, pom(videos));
        }
        List<String> command = new ArrayList<>(List.of(
                maven,
                "-B",
                "-ntp",
                "-Dmaven.repo.local=" + repository,
                "-Dvideogen.endpoint=" + endpoint,
                "-Dvideogen.cacheDirectory=" + videos.cache(),
                "-Dvideogen.pollInterval=50ms",
                "io.videogen:videogen-maven-plugin:" + version + ":generate"));
        if (!resubmit.isEmpty()) {
            command.add("-Dvideogen.resubmit=" + String.join(",", resubmit));
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(videos.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("VIDEOGEN_"));
        environment.put("MAVEN_OPTS", "-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1");
        return builder.start();
    }

    private String pom(VideoSet videos) throws IOException {
        String declared = videos.names().stream()
                .map(name -> "<video><name>" + name + "</name><prompt>" + videos.prompt(name) + "</prompt></video>")
                .collect(Collectors.joining("\n"));
        try (var template = MavenLauncher.class.getResourceAsStream("pom-template.xml")) {
            return new String(template.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@version@", version)
                    .replace("@model@", VideoSet.MODEL)
                    .replace("@seconds@", VideoSet.SECONDS)
                    .replace("@size@", VideoSet.SIZE)
                    .replace("@videos@", declared);
        }
    }
}
