package io.videogen.drawing.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The working and temporary folder of one forked process, which only this user may enter. In the common temporary folder,
 * any user of the machine can plant a library for it: the dynamic linker takes an empty element of a library path for the
 * working folder, and JavaCPP unpacks native code into the temporary one where there is no home folder.
 */
public final class PrivateFolder {
    /** Where the dynamic linkers look before the system's own folders. */
    private static final List<String> LIBRARY_PATHS =
            List.of("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH");
    /** Would make a JVM wait for a debugger, load an agent or take the parent's heap. */
    private static final List<String> JVM_VARIABLES = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    private final Path folder;

    /** @param folder as {@link #create} made it */
    public PrivateFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * A new one, with the rights 0700 where the file system has such.
     *
     * @param prefix begins its name
     */
    public static PrivateFolder create(String prefix) throws IOException {
        return new PrivateFolder(Files.createTempDirectory(prefix).toRealPath());
    }

    /** The folder, absolute and without links. */
    public Path path() {
        return folder;
    }

    /** Where a JVM that crashes may write its report. */
    public Path crashReport() {
        return folder.resolve("crash.log");
    }

    /** Whether the process has crashed; then the folder stays. */
    public boolean hasCrashReport() {
        return Files.exists(crashReport());
    }

    /**
     * Lets the process work in here, with the environment of this one but for what leads a linker or a JVM astray, and
     * for what is Videogen's own: a token in the environment stays here.
     */
    public void shelter(ProcessBuilder process) {
        process.directory(folder.toFile());
        Map<String, String> environment = process.environment();
        environment
                .keySet()
                .removeIf(name ->
                        name.startsWith("VIDEOGEN_") || LIBRARY_PATHS.contains(name) || JVM_VARIABLES.contains(name));
    }

    /** Removes the folder and all in it, unless there is a crash to be told of. */
    public void remove() {
        if (hasCrashReport()) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            // Gone already, or cleared away with the temporary folder.
            return;
        }
    }
}
