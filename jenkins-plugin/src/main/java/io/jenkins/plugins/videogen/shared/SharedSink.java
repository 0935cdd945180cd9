package io.jenkins.plugins.videogen.shared;

import io.jenkins.plugins.videogen.workspace.WorkspaceSink;
import io.videogen.core.artifact.ArtifactKind;
import io.videogen.core.artifact.ArtifactLocation;
import io.videogen.core.download.ArtifactSink;
import io.videogen.core.download.DownloadOutcome;
import io.videogen.core.engine.RenderState;
import io.videogen.core.store.ClipFacts;
import io.videogen.core.store.KeyLock;
import io.videogen.core.store.StoredClip;
import io.videogen.core.store.StoredFile;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Fetches the clips of one job into the store of this Jenkins. From the first byte until they are kept no other job's clips
 * of the same request come in between: they would grow in the same files.
 */
public final class SharedSink implements ArtifactSink, AutoCloseable {
    private static final Duration PAUSE_FOR_OTHER = Duration.ofSeconds(2);

    private final SharedVideos videos;
    private final Supplier<Optional<String>> jobId;
    private final WorkspaceSink.ControllerDownload controller;
    private KeyLock lock;

    /**
     * @param jobId the job whose clip is fetched
     * @param controller fetches to a file of this machine, with the token
     */
    public SharedSink(
            SharedVideos videos, Supplier<Optional<String>> jobId, WorkspaceSink.ControllerDownload controller) {
        this.videos = videos;
        this.jobId = jobId;
        this.controller = controller;
    }

    @Override
    public DownloadOutcome receive(String key, ArtifactKind kind, int index, ArtifactLocation location, Duration most)
            throws InterruptedException {
        Optional<DownloadOutcome> kept = fetchedBefore(key, kind, index);
        if (kept.isPresent()) {
            return kept.get();
        }
        return take(key)
                ? controller.fetch(kind, location, videos.part(key, kind, index), most)
                : new DownloadOutcome.Transient("another build fetches it", Optional.of(PAUSE_FOR_OTHER));
    }

    /**
     * Makes what has arrived a clip of the store.
     *
     * @return empty while another build fetches the clips of its job
     */
    public Optional<StoredClip> keep(RenderState done, ClipFacts facts) {
        Optional<StoredClip> kept = videos.keptOf(done.key(), done.jobId());
        return kept.isPresent() || !take(done.key()) ? kept : Optional.of(videos.keep(done, facts));
    }

    /** Lets others fetch. */
    @Override
    public void close() {
        if (lock != null) {
            lock.close();
            lock = null;
        }
    }

    private boolean take(String key) {
        if (lock == null) {
            lock = videos.tryLock(key).orElse(null);
        }
        return lock != null;
    }

    private Optional<DownloadOutcome> fetchedBefore(String key, ArtifactKind kind, int index) {
        Optional<StoredClip> kept = videos.keptOf(key, jobId.get());
        if (kind == ArtifactKind.THUMBNAIL) {
            return kept.map(clip -> clip.thumbnail()
                    .<DownloadOutcome>map(still -> complete(still))
                    .orElseGet(() -> new DownloadOutcome.NotReady("the clip was kept without one")));
        }
        return kept.filter(clip -> index < clip.videos().size())
                .map(clip -> complete(clip.videos().get(index)));
    }

    private static DownloadOutcome complete(StoredFile file) {
        return new DownloadOutcome.Complete(file.file());
    }
}
