package io.videogen.film.ffmpeg;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
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
    private static final List<String> LOADERS = List.of("lib64/ld-linux-x86-64.so.2", "lib/ld-linux-aarch64.so.1");

    private static final List<String> OTHER_LOADERS = List.of("lib/ld-musl-x86_64.so.1", "lib/ld-musl-aarch64.so.1");
    private static final String ADVICE =
            "Use an image with glibc, such as eclipse-temurin:17-jdk instead of 17-jdk-alpine.";

    private static final String UNFINISHED = ".unpack-";
    /** Unpacking takes seconds. */
    private static final Duration ABANDONED = Duration.ofDays(1);

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
        return of(jar, parent, Path.of("/"));
    }

    /** @param root where the system's own files are */
    static FfmpegFolder of(Path jar, Path parent, Path root) {
        if (isLinux() && LOADERS.stream().map(root::resolve).noneMatch(Files::exists)) {
            throw new VideogenException(
                    ErrorKind.INVALID_INPUT,
                    "no_glibc",
                    "FFmpeg for films needs glibc, and this system has none (Alpine and other systems with musl). "
                            + ADVICE);
        }
        String name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
        Path folder = parent.resolve(name);
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(parent);
                sweep(parent);
                unpack(jar, folder);
            }
            use(folder);
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
        Path temporary = Files.createDirectory(unfinished(folder));
        try {
            unpackInto(jar, temporary);
            Files.move(temporary, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            // Another build was faster.
            return;
        } finally {
            delete(temporary);
        }
    }

    /** Leaves a mark for those who remove what nobody uses. */
    private static void use(Path folder) {
        try {
            Files.setLastModifiedTime(folder, FileTime.from(Instant.now()));
        } catch (IOException e) {
            // Another user's, who will unpack it again.
        }
    }

    /**
     * Removes an unpacked jar. What can not be deleted no longer has its name, and the next unpacking clears it away.
     *
     * @param folder below the parent that it was unpacked in
     */
    public static void remove(Path folder) throws IOException {
        Path removed = unfinished(folder);
        Files.move(folder, removed, StandardCopyOption.ATOMIC_MOVE);
        delete(removed);
    }

    private static Path unfinished(Path folder) {
        return folder.resolveSibling(UNFINISHED + UUID.randomUUID());
    }

    private static void unpackInto(Path jar, Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                String name = entry.getName();
                if (name.startsWith("org/bytedeco/ffmpeg/") && !entry.isDirectory() && !isJni(name)) {
                    Path file = folder.resolve(name.substring(name.lastIndexOf('/') + 1));
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
    }

    /** Removes what killed builds left of unpacking and removing. */
    private static void sweep(Path parent) throws IOException {
        FileTime before = FileTime.from(Instant.now().minus(ABANDONED));
        try (DirectoryStream<Path> unfinished = Files.newDirectoryStream(parent, UNFINISHED + "*")) {
            for (Path folder : unfinished) {
                if (Files.getLastModifiedTime(folder).compareTo(before) < 0) {
                    delete(folder);
                }
            }
        }
    }

    /** There are no folders in it. */
    private static void delete(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    /** What a JVM would load and we do not. */
    private static boolean isJni(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        return file.startsWith("libjni") || file.startsWith("jni");
    }

    /** What to do where the program does not start: some systems have a loader of glibc's name that is none. */
    String advice() {
        boolean musl = OTHER_LOADERS.stream().map(Path.of("/")::resolve).anyMatch(Files::exists);
        return musl ? " It needs glibc, and this system has musl. " + ADVICE : "";
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
