package io.videogen.core.store;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.advice.Setting;
import io.videogen.core.artifact.ArtifactKind;
import io.videogen.core.file.OwnFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** Which file of a cache directory is where. Nothing is created before something is written. */
final class CacheLayout {

    private static final int VERSION = 1;
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");

    private final Path root;

    private CacheLayout(Path root) {
        this.root = root;
    }

    /** @throws VideogenException if a newer version wrote the directory, or it is a file */
    static CacheLayout open(Path directory) {
        Path root = directory.toAbsolutePath().normalize();
        if (Files.exists(root) && !Files.isDirectory(root)) {
            throw VideogenException.of(ErrorKind.STORAGE, "cache_not_a_directory")
                    .says("The cache directory \"%s\" is a file. Choose another %s.", root, Setting.CACHE_DIRECTORY);
        }
        CacheLayout layout = new CacheLayout(root);
        layout.checkVersion();
        return layout;
    }

    Path root() {
        return root;
    }

    Path clips() {
        return root.resolve("clips");
    }

    Path clip(String key) {
        return clips().resolve(checked(key));
    }

    Path jobs() {
        return root.resolve("jobs");
    }

    Path job(String key) {
        return jobs().resolve(checked(key) + ".json");
    }

    Path parts() {
        return root.resolve("parts");
    }

    Path parts(String key) {
        return parts().resolve(checked(key));
    }

    Path part(String key, ArtifactKind kind, int index) {
        return parts(key).resolve(kind.name().toLowerCase(Locale.ROOT) + "-" + index + ".part");
    }

    Path setAside() {
        return root.resolve("set-aside");
    }

    Path trash() {
        return root.resolve("trash");
    }

    Path digests() {
        return root.resolve("digests");
    }

    Path locks() {
        return root.resolve("locks");
    }

    /** A name for a folder of this key that nobody else uses. */
    static String unique(String key) {
        return checked(key) + "-" + UUID.randomUUID();
    }

    static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }

    static String checked(String key) {
        if (!isKey(key)) {
            throw new IllegalArgumentException("A key has 64 lower-case hexadecimal digits, not \"" + key + "\"");
        }
        return key;
    }

    /** Creates a folder of this cache, and the cache itself with its version mark, if they are missing. */
    Path create(Path folder) throws IOException {
        DurableFiles.createDirectories(folder);
        if (!folder.equals(root)) {
            OwnFiles.requireFolder(folder);
        }
        Path mark = root.resolve("version");
        if (!Files.exists(mark)) {
            mark(mark);
        }
        return folder;
    }

    private synchronized void mark(Path file) throws IOException {
        if (!Files.exists(file)) {
            DurableFiles.write(file, (VERSION + "\n").getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** Creates a folder below {@link #parts()}; a loss of power may take it, and what it held is fetched again. */
    Path createLoosely(Path folder) throws IOException {
        Path below = create(parts());
        for (Path name : below.relativize(folder)) {
            below = below.resolve(name);
            OwnFiles.createFolder(below);
            OwnFiles.requireFolder(below);
        }
        return folder;
    }

    /** What a folder holds; nothing if there is no such folder. */
    static List<Path> list(Path folder) throws IOException {
        List<Path> paths = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(paths::add);
        } catch (NoSuchFileException e) {
            OwnFiles.requireFolderAbove(folder);
            return List.of();
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return paths;
    }

    private void checkVersion() {
        Path mark = root.resolve("version");
        String text;
        try {
            text = new String(DurableFiles.read(mark), StandardCharsets.US_ASCII).strip();
        } catch (NoSuchFileException e) {
            return;
        } catch (IOException e) {
            throw StorageErrors.failed(mark, e, "read the version of the cache");
        }
        if (!text.equals(Integer.toString(VERSION))) {
            throw VideogenException.of(ErrorKind.STORAGE, "newer_cache")
                    .says(
                            "The cache directory \"%s\" has version \"%s\", and this version of Videogen knows"
                                    + " \"%s\". Use the newer Videogen, or choose another %s.",
                            root, text, VERSION, Setting.CACHE_DIRECTORY);
        }
    }
}
