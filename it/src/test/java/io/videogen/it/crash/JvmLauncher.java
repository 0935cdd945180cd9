package io.videogen.it.crash;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Starts {@link PlainBuild} in a JVM of its own: the same engine as in Maven, up in a third of the time. */
final class JvmLauncher implements Launcher {

    @Override
    public Process start(VideoSet videos, URI endpoint, Set<String> resubmit, Path log) throws IOException {
        // Surefire and Failsafe keep the real class path in a property of their own.
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "-Xmx128m",
                        "-cp",
                        classPath,
                        PlainBuild.class.getName(),
                        videos.id(),
                        Integer.toString(videos.count()),
                        videos.folder().toString(),
                        videos.cache().toString(),
                        endpoint.toString(),
                        String.join(",", resubmit)))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }
}
