package io.videogen.core.shared;

import io.videogen.core.file.Sha256;
import io.videogen.core.store.DurableFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What this machine remembers of a shared store, below its cache directory: that the storage was found fit, and which
 * run of this machine held a record last whose clip the others have not got yet. A crashed build's record is then taken
 * up by the next build here at once, instead of waiting for its silence, and a clip that could not go up goes up later.
 *
 * <p>A mark may have been copied with the cache to other machines while that run lives. No harm comes of it: a take-over
 * never leads to a submission, and the run's own mark is no longer that of the holder then.
 */
final class Marks {

    private static final String FIT = "fit";

    private final Path folder;

    Marks(Path cacheDirectory, String location) {
        folder = cacheDirectory.resolve("shared").resolve(Sha256.of(location).substring(0, 16));
    }

    boolean isFit() {
        return Files.exists(folder.resolve(FIT));
    }

    void fit() {
        write(folder.resolve(FIT), "The conditions of this storage were tried.\n");
    }

    void holds(String key, Holder holder) {
        write(hold(key), holder.run());
    }

    boolean isHeld(String key) {
        return Files.exists(hold(key));
    }

    void letsGo(String key) {
        try {
            Files.deleteIfExists(hold(key));
        } catch (IOException e) {
            // A mark that stays names a run that holds nothing.
            return;
        }
    }

    /** Whether the holder is the last run of this machine that held the key. Whoever asks has the key's lock. */
    boolean isOfThisMachine(String key, Holder holder) {
        return read(hold(key)).filter(holder.run()::equals).isPresent();
    }

    private Path hold(String key) {
        return folder.resolve("holds").resolve(key);
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            DurableFiles.writeLoosely(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It only spares time.
            return;
        }
    }
}
