package io.videogen.film.ffmpeg;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * FFmpeg's programs and libraries, unpacked once from the jar that bytedeco publishes.
 *
 * <p>On Linux the program is linked to four libraries for capture devices that a container often lacks. No function of
 * theirs is called when files are read and written, and symbols are bound when they are called: a library of any content
 * under the missing name lets the program start. The jar's own libdrm, which names no versions, stands in for them.
 */
public final class FfmpegFolder {

    private static final List<String> DEVICE_LIBRARIES =
            List.of("libxcb.so.1", "libxcb-shm.so.0", "libasound.so.2", "libpulse.so.0");
    private static final String STAND_IN = "libdrm.so.2";
    /** The loaders of glibc; the programs name one of them. */
    private static final List<Path> LOADERS =
            List.of(Path.of("/lib64/ld-linux-x86-64.so.2"), Path.of("/lib/ld-linux-aarch64.so.1"));

    private final Path folder;

    private FfmpegFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Unpacks a jar, unless that was done before.
     *
     * @param jar of FFmpeg for this platform
     * @param parent takes the folder, which has the jar's name
     * @throws VideogenException if it can not be unpacked, or can not run on this system
     */
    public static FfmpegFolder of(Path jar, Path parent) {
        if (isLinux() && LOADERS.stream().noneMatch(Files::exists)) {
            throw new VideogenException(
                    ErrorKind.INVALID_INPUT,
                    "no_glibc",
                    "FFmpeg for films needs glibc, and this system has none (Alpine and other systems with musl)."
                            + " Use an image with glibc, such as eclipse-temurin:17-jdk instead of 17-jdk-alpine.");
        }
        String name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
        Path folder = parent.resolve(name);
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(parent);
                unpack(jar, folder);
            }
        } catch (IOException e) {
            throw new VideogenException(
                    ErrorKind.STORAGE,
                    "ffmpeg_not_unpacked",
                    "FFmpeg can not be unpacked from \"" + jar + "\" to \"" + folder + "\" (" + e + ").",
                    e);
        }
        return new FfmpegFolder(folder);
    }

    private static void unpack(Path jar, Path folder) throws IOException {
        Path temporary = Files.createTempDirectory(folder.getParent(), ".unpack-" + UUID.randomUUID());
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                String name = entry.getName();
                if (name.startsWith("org/bytedeco/ffmpeg/") && !entry.isDirectory() && !isJni(name)) {
                    Path file = temporary.resolve(name.substring(name.lastIndexOf('/') + 1));
                    try (InputStream in = zip.getInputStream(entry)) {
                        Files.copy(in, file);
                    }
                    if (!file.getFileName().toString().contains(".")
                            && !file.toFile().setExecutable(true)) {
                        throw new IOException(file + " can not be made executable");
                    }
                }
            }
        }
        try {
            Files.move(temporary, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            // Another build was faster; ours is swept with what is unused.
            return;
        }
    }

    /** What a JVM would load and we do not. */
    private static boolean isJni(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        return file.startsWith("libjni") || file.startsWith("jni");
    }

    Path path() {
        return folder;
    }

    Path program(String name) {
        return folder.resolve(isWindows() ? name + ".exe" : name);
    }

    /** The variable that leads a program to its libraries; on Windows they are found beside it. */
    static String libraryVariable() {
        return isLinux() ? "LD_LIBRARY_PATH" : "DYLD_LIBRARY_PATH";
    }

    /**
     * Puts stand-ins where libraries for devices are missing.
     *
     * @return whether that changed anything
     */
    boolean standIn() throws IOException {
        boolean changed = false;
        for (String library : DEVICE_LIBRARIES) {
            Path file = folder.resolve(library);
            if (isLinux() && !Files.exists(file)) {
                Path temporary = folder.resolve(library + "." + UUID.randomUUID());
                Files.copy(folder.resolve(STAND_IN), temporary);
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
                changed = true;
            }
        }
        return changed;
    }

    private static boolean isLinux() {
        return os().startsWith("linux");
    }

    private static boolean isWindows() {
        return os().startsWith("windows");
    }

    private static String os() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    }
}
