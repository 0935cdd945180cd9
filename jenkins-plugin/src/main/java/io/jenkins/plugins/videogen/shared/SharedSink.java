package io.jenkins.plugins.videogen.shared;

import io.jenkins.plugins.videogen.workspace.WorkspaceSink;
import io.videogen.core.download.ArtifactKind;
import io.videogen.core.download.ArtifactLocation;
import io.videogen.core.download.ArtifactSink;
import io.videogen.core.download.DownloadOutcome;
import io.videogen.core.store.KeyLock;
import io.videogen.core.store.StoredClip;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Fetches clips into the store of this Jenkins, for all builds that wait for them: of several that follow one job, one
 * fetches.
 */
public final class SharedSink implements ArtifactSink {
    private static final Duration PAUSE_FOR_OTHER = Duration.ofSeconds(2);

    private final SharedVideos videos;
    private final Supplier<Optional<String>> jobId;
    private final WorkspaceSink.ControllerDownload controller;

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
        Optional<DownloadOutcome> kept = fetchedByAnother(key, index);
        if (kept.isPresent()) {
            return kept.get();
        }
        Optional<KeyLock> lock = videos.tryLock(key);
        if (lock.isEmpty()) {
            return new DownloadOutcome.Transient("another build fetches it", Optional.of(PAUSE_FOR_OTHER));
        }
        KeyLock held = lock.get();
        try (held) {
            return controller.fetch(location, videos.part(key, index), most);
        }
    }

    private Optional<DownloadOutcome> fetchedByAnother(String key, int index) {
        Optional<StoredClip> clip = videos.keptOf(key, jobId.get());
        return clip.filter(kept -> index < kept.videos().size())
                .map(kept ->
                        new DownloadOutcome.Complete(kept.videos().get(index).file()));
    }
}
