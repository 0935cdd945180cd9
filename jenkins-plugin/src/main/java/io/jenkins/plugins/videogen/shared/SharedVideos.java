package io.jenkins.plugins.videogen.shared;

import io.videogen.core.VideogenException;
import io.videogen.core.artifact.ArtifactKind;
import io.videogen.core.engine.RenderState;
import io.videogen.core.store.ClipFacts;
import io.videogen.core.store.ClipStore;
import io.videogen.core.store.KeyLock;
import io.videogen.core.store.StoredClip;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;

/** The finished clips of one endpoint. */
public final class SharedVideos {
    private final ClipStore clips;

    SharedVideos(ClipStore clips) {
        this.clips = clips;
    }

    /** The clip of a request, whole and verified; a find counts as a use. */
    public Optional<StoredClip> clip(String key) {
        return clips.find(key);
    }

    /** Whether all files of a finished render are here, kept or as they were fetched. */
    public boolean isHere(RenderState done) {
        return keptOf(done.key(), done.jobId()).isPresent()
                || IntStream.range(0, done.videos().size())
                                .allMatch(i -> Files.isRegularFile(part(done.key(), ArtifactKind.VIDEO, i)))
                        && (done.thumbnail().isEmpty()
                                || Files.isRegularFile(part(done.key(), ArtifactKind.THUMBNAIL, 0)));
    }

    /** The clip that a job made, whatever was asked for. */
    public Optional<StoredClip> ofJob(String jobId) {
        return clips.entries().stream()
                .filter(entry -> entry.facts().jobId().equals(Optional.of(jobId)))
                .findFirst()
                .flatMap(entry -> clips.find(entry.key()));
    }

    /**
     * Makes what has arrived a clip of the store; where the store can not take it, the files are given as they lie. The
     * caller holds the key's lock.
     */
    StoredClip keep(RenderState done, ClipFacts facts) {
        try {
            return clips.keep(done, facts);
        } catch (VideogenException e) {
            return clips.unkept(done, facts);
        }
    }

    /** The right to fetch or to keep a clip, if no other build has it. */
    Optional<KeyLock> tryLock(String key) {
        return clips.tryLock(key);
    }

    /** Where a clip grows. */
    Path part(String key, ArtifactKind kind, int index) {
        return clips.partFile(key, kind, index);
    }

    /** The clip of a request, if it is of this very job. */
    public Optional<StoredClip> keptOf(String key, Optional<String> jobId) {
        return clip(key)
                .filter(clip -> jobId.isPresent() && clip.facts().jobId().equals(jobId));
    }
}
