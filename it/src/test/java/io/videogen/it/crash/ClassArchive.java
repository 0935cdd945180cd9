package io.videogen.it.crash;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * The classes of child processes in a form that a JVM maps and need not load, which is most of what its start costs. The
 * first process leaves it at its end, if it is let live to it.
 */
final class ClassArchive {

    private final Path file;
    private final String classPath;
    private final AtomicBoolean begun;
    private volatile boolean made;

    private ClassArchive(Path file, String classPath, boolean wanted) {
        this.file = file;
        this.classPath = classPath;
        this.begun = new AtomicBoolean(!wanted);
    }

    /** For a few processes: an archive costs more than it saves them. */
    static ClassArchive none() {
        return new ClassArchive(Path.of(""), present(), false);
    }

    /** @param folder for the archive, and for jars in place of the folders of the class path, which it can not be of */
    static ClassArchive in(Path folder) throws IOException {
        List<String> jars = new ArrayList<>();
        for (String entry : present().split(File.pathSeparator)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                Path jar = folder.resolve("classes-" + jars.size() + ".jar");
                pack(path, jar);
                jars.add(jar.toString());
            } else if (Files.exists(path)) {
                jars.add(entry);
            }
        }
        return new ClassArchive(folder.resolve("classes.jsa"), String.join(File.pathSeparator, jars), true);
    }

    private static String present() {
        // Surefire and Failsafe keep the real class path in a property of their own.
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    String classPath() {
        return classPath;
    }

    /** What the next process is given; it is then to be {@link #started told of}. */
    List<String> options() {
        if (made) {
            return List.of("-XX:SharedArchiveFile=" + file);
        }
        return begun.getAndSet(true) ? List.of() : List.of("-XX:ArchiveClassesAtExit=" + file);
    }

    void started(Process process, List<String> options) {
        if (!made && !options.isEmpty()) {
            process.onExit().thenAccept(ended -> made = ended.exitValue() == 0 && Files.exists(file));
        }
    }

    private static void pack(Path folder, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(out);
                Stream<Path> files = Files.walk(folder)) {
            for (Path one : files.filter(Files::isRegularFile).toList()) {
                packed.putNextEntry(
                        new ZipEntry(folder.relativize(one).toString().replace(File.separatorChar, '/')));
                Files.copy(one, packed);
            }
        }
    }
}
