package io.videogen.core.shared;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.advice.Advice;
import io.videogen.core.advice.Message;
import io.videogen.core.artifact.ArtifactKind;
import io.videogen.core.artifact.VerifiedFile;
import io.videogen.core.download.DownloadOutcome;
import io.videogen.core.download.StreamedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The storage with its doubts removed: what may be repeated is repeated, and a conditional write whose outcome is in
 * doubt is read back and told by its content. For that, every content that is written under a condition must hold an id
 * of its own.
 *
 * <p>A refusal is doubted too: the write may have succeeded and its reply been lost, and the one that is refused be a
 * repetition somewhere on the way. Terraform's lock files and others left locks that nobody owned that way.
 */
final class SafeStorage {

    private static final int TRIES = 4;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

    private final Supplier<SharedStorage> opener;
    private final Pauses pauses;
    private SharedStorage opened;

    /** @param opener opens the storage, at the first request */
    SafeStorage(Supplier<SharedStorage> opener, Pauses pauses) {
        this.opener = opener;
        this.pauses = pauses;
    }

    /** What a conditional write came to in the end. */
    sealed interface Result {

        /** Ours is there. */
        record Won(Versioned written) implements Result {}

        /** Another's is there, or (where one was to be replaced) none any more. */
        record Lost(Optional<Versioned> present) implements Result {}
    }

    private interface Attempt<T> {
        T run() throws StorageTroubleException, InterruptedException;
    }

    Optional<Versioned> read(String name) throws InterruptedException {
        return patiently("read", name, () -> storage().read(name));
    }

    List<String> list(String prefix) throws InterruptedException {
        return patiently("list", prefix, () -> storage().list(prefix));
    }

    /** Makes one attempt to list; nothing if the storage has trouble. */
    Optional<List<String>> tryList(String prefix) {
        try {
            return Optional.of(storage().list(prefix));
        } catch (StorageTroubleException e) {
            return Optional.empty();
        }
    }

    /** Makes one attempt to create a small object that nothing depends on. */
    void tryClaim(String name, byte[] content) {
        try {
            storage().claim(name, content);
        } catch (VideogenException e) {
            // Nothing depends on it.
            return;
        }
    }

    void put(String name, Path file) throws InterruptedException {
        patiently("write", name, () -> {
            storage().put(name, file);
            return true;
        });
    }

    /**
     * Brings a file here, verified.
     *
     * @return nothing if there is none, or if it is not the one that is wanted
     */
    Optional<VerifiedFile> fetch(String name, long bytes, ArtifactKind kind, Path target) throws InterruptedException {
        return patiently("read", name, () -> {
            DownloadOutcome outcome;
            try (OpenedFile found = storage().open(name).orElse(null)) {
                if (found == null || !found.mayHave(bytes)) {
                    return Optional.empty();
                }
                outcome = StreamedFile.take(found.content(), bytes, kind, target);
            } catch (IOException e) {
                throw new StorageTroubleException(Message.text("the transfer broke off"), e);
            }
            if (outcome instanceof DownloadOutcome.Transient trouble) {
                throw new StorageTroubleException(trouble.reason(), null);
            }
            return outcome instanceof DownloadOutcome.Complete whole ? Optional.of(whole.file()) : Optional.empty();
        });
    }

    /** @throws VideogenException if it stays unknown whether ours is there */
    Result claim(String name, byte[] content) throws InterruptedException {
        String trouble = "";
        for (int tries = 1; tries <= TRIES; tries++) {
            WriteOutcome outcome = storage().claim(name, content);
            if (outcome instanceof WriteOutcome.Written written) {
                return new Result.Won(new Versioned(content, written.version()));
            }
            Optional<Versioned> present = read(name);
            if (present.isPresent()) {
                return present.get().holds(content) ? new Result.Won(present.get()) : new Result.Lost(present);
            }
            trouble = reason(outcome);
            pauseAfter(tries);
        }
        throw unreachable("create", name, trouble, null);
    }

    /** @throws VideogenException if it stays unknown whether ours is there */
    Result replace(String name, String version, byte[] content) throws InterruptedException {
        String trouble = "";
        for (int tries = 1; tries <= TRIES; tries++) {
            WriteOutcome outcome = storage().replace(name, version, content);
            if (outcome instanceof WriteOutcome.Written written) {
                return new Result.Won(new Versioned(content, written.version()));
            }
            Optional<Versioned> present = read(name);
            if (present.isEmpty() || !present.get().version().equals(version)) {
                return present.filter(found -> found.holds(content))
                        .<Result>map(Result.Won::new)
                        .orElseGet(() -> new Result.Lost(present));
            }
            trouble = reason(outcome);
            pauseAfter(tries);
        }
        throw unreachable("replace", name, trouble, null);
    }

    private synchronized SharedStorage storage() {
        if (opened == null) {
            opened = opener.get();
        }
        return opened;
    }

    private <T> T patiently(String action, String name, Attempt<T> attempt) throws InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                return attempt.run();
            } catch (StorageTroubleException e) {
                if (tries == TRIES) {
                    throw unreachable(action, name, e.getMessage(), e);
                }
                pauseAfter(tries);
            }
        }
    }

    private void pauseAfter(int tries) throws InterruptedException {
        if (tries < TRIES) {
            pauses.pause(FIRST_PAUSE.multipliedBy(1L << (tries - 1)));
        }
    }

    private static String reason(WriteOutcome outcome) {
        if (outcome instanceof WriteOutcome.Unknown unknown) {
            return unknown.reason();
        }
        return outcome instanceof WriteOutcome.Busy
                ? Message.text("other writes are under way again and again")
                : Message.text("it refuses the write although nothing is in its way");
    }

    private static VideogenException unreachable(String action, String name, String reason, Throwable cause) {
        return VideogenException.of(ErrorKind.STORAGE, "shared_store_unreachable", cause)
                .says(
                        "The shared store could not %s \"%s\": %s. Check the store and the network, and %s.",
                        action, name, reason, Advice.RUN_AGAIN);
    }
}
