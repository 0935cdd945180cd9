package io.videogen.core.shared;

import io.videogen.core.engine.RenderState;
import io.videogen.core.file.Sha256;
import io.videogen.core.store.DurableFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What this machine remembers of a shared store, below its cache directory: that the storage was found fit, and which
 * run of this machine held a record last whose clip the others have not got yet. A crashed build's record is then taken
 * up by the next build here at once, instead of waiting for its silence, and a clip that could not go up goes up later.
 * A claim that could not be taken back is known here as a submission that never left; to the others it is unknown.
 *
 * <p>A mark may have been copied with the cache to other machines while that run lives. No harm comes of it: a take-over
 * never leads to a submission, and the run's own mark is no longer that of the holder then; what was not sent stays so.
 */
final class Marks {

    private static final String FIT = "fit";
    private static final String LINE = "\n";

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

    /** That the holder's latest submission was not sent, or did not arrive, and the storage may not have been told. */
    void unsent(String key, Holder holder, RenderState submission) {
        write(hold(key), holder.run() + LINE + name(submission));
    }

    /** Whether a submission is known here as one of which no job can be. */
    boolean isUnsent(String key, RenderState submission) {
        return read(hold(key))
                .filter(mark -> mark.endsWith(LINE + name(submission)))
                .isPresent();
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
        return read(hold(key))
                .filter(mark -> mark.split(LINE)[0].equals(holder.run()))
                .isPresent();
    }

    /** One key may be sent again when it did not arrive, and then at another time. */
    private static String name(RenderState submission) {
        return submission.submission().orElse("") + " "
                + submission.submittedAt().map(Instant::toString).orElse("");
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
