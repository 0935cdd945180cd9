package io.videogen.it.crash;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Starts {@link PlainBuild} in a JVM of its own: the same engine as in Maven, up in a third of the time. */
final class JvmLauncher implements Launcher {

    private final ClassArchive archive;
    private final List<String> properties;

    JvmLauncher(ClassArchive archive) {
        this(archive, List.of());
    }

    /** @param properties given to the JVM, such as {@code -Da=b} */
    JvmLauncher(ClassArchive archive, List<String> properties) {
        this.archive = archive;
        this.properties = properties;
    }

    @Override
    public Process start(VideoSet videos, URI endpoint, Set<String> resubmit, Path log) throws IOException {
        List<String> archived = archive.options();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xmx128m"));
        command.addAll(archived);
        command.addAll(properties);
        command.addAll(List.of(
                "-cp",
                archive.classPath(),
                PlainBuild.class.getName(),
                videos.id(),
                Integer.toString(videos.count()),
                videos.folder().toString(),
                videos.cache().toString(),
                endpoint.toString(),
                String.join(",", resubmit)));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        archive.started(process, archived);
        return process;
    }
}
