package io.videogen.core.shared;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.download.ArtifactKind;
import io.videogen.core.download.VerifiedFile;
import io.videogen.core.file.Sha256;
import io.videogen.core.media.MediaCheck;
import io.videogen.core.media.MediaFile;
import io.videogen.core.store.ClipRecord;
import io.videogen.core.store.ClipStore;
import io.videogen.core.store.StoredClip;
import io.videogen.core.store.StoredFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The files of clips in the shared store, each under the name of its content: two builds that put one put the same. */
final class SharedFiles {

    private final SafeStorage storage;

    SharedFiles(SafeStorage storage) {
        this.storage = storage;
    }

    ClipRecord put(StoredClip clip) throws InterruptedException {
        for (StoredFile video : clip.videos()) {
            storage.put(name(video.file()), video.path());
        }
        if (clip.thumbnail().isPresent()) {
            storage.put(
                    name(clip.thumbnail().get().file()), clip.thumbnail().get().path());
        }
        return ClipRecord.of(clip);
    }

    Optional<StoredClip> fetch(ClipRecord clip, ClipStore local) throws InterruptedException {
        for (int index = 0; index < clip.videos().size(); index++) {
            VerifiedFile file = clip.videos().get(index).file();
            if (!fetch(file, ArtifactKind.VIDEO, local.partFile(clip.key(), ArtifactKind.VIDEO, index))) {
                return Optional.empty();
            }
        }
        return Optional.of(local.keep(hasThumbnail(clip, local) ? clip : clip.withoutThumbnail()));
    }

    /** The clip is what was paid for: a still picture that is gone or damaged must not hold it back. */
    private boolean hasThumbnail(ClipRecord clip, ClipStore local) throws InterruptedException {
        return clip.thumbnail().isPresent()
                && fetch(
                        clip.thumbnail().get().file(),
                        ArtifactKind.THUMBNAIL,
                        local.partFile(clip.key(), ArtifactKind.THUMBNAIL, 0));
    }

    private boolean fetch(VerifiedFile file, ArtifactKind kind, Path target) throws InterruptedException {
        if (!storage.fetch(name(file), target, file.bytes())) {
            return false;
        }
        try {
            boolean whole = Files.size(target) == file.bytes()
                    && Sha256.of(target).equals(file.sha256())
                    && isWhole(kind, target);
            if (!whole) {
                Files.delete(target);
            }
            return whole;
        } catch (IOException e) {
            throw new VideogenException(
                    ErrorKind.STORAGE,
                    "storage_failed",
                    "A clip of the shared store could not be checked at \"" + target + "\": " + e.getMessage() + ".",
                    e);
        }
    }

    private static boolean isWhole(ArtifactKind kind, Path file) throws IOException {
        MediaCheck check = kind == ArtifactKind.VIDEO ? MediaFile.video(file) : MediaFile.picture(file);
        return check instanceof MediaCheck.Whole;
    }

    private static String name(VerifiedFile file) {
        return "files/" + file.sha256() + "." + file.extension();
    }
}
