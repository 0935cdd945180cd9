package io.videogen.core.shared;

import io.videogen.core.artifact.ArtifactKind;
import io.videogen.core.artifact.Stills;
import io.videogen.core.artifact.VerifiedFile;
import io.videogen.core.store.ClipRecord;
import io.videogen.core.store.ClipStore;
import io.videogen.core.store.StoredClip;
import io.videogen.core.store.StoredFile;
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
        for (StoredFile still : clip.stills().stream().toList()) {
            storage.put(name(still.file()), still.path());
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
        return Optional.of(local.keep(clip.with(stills(clip, local))));
    }

    /** The clip is what was paid for: a still picture that is gone or damaged must not hold it back. */
    private Stills<ClipRecord.Item> stills(ClipRecord clip, ClipStore local) throws InterruptedException {
        Stills<ClipRecord.Item> here = Stills.none();
        for (ArtifactKind kind : Stills.KINDS) {
            Optional<ClipRecord.Item> there = clip.stills().get(kind);
            if (there.isPresent() && fetch(there.get().file(), kind, local.partFile(clip.key(), kind, 0))) {
                here = here.with(kind, there.get());
            }
        }
        return here;
    }

    private boolean fetch(VerifiedFile file, ArtifactKind kind, Path target) throws InterruptedException {
        return storage.fetch(name(file), file.bytes(), kind, target)
                .filter(here -> here.sha256().equals(file.sha256()))
                .isPresent();
    }

    private static String name(VerifiedFile file) {
        return "files/" + file.sha256() + "." + file.extension();
    }
}
