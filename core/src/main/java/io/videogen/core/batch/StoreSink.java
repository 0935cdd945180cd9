package io.videogen.core.batch;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.advice.Message;
import io.videogen.core.artifact.ArtifactKind;
import io.videogen.core.artifact.ArtifactLocation;
import io.videogen.core.download.ArtifactSink;
import io.videogen.core.download.DownloadOutcome;
import io.videogen.core.output.OutputFolder;
import io.videogen.core.store.ClipStore;
import io.videogen.core.threads.DaemonThreads;
import io.videogen.core.threads.Errand;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Lets downloads grow in the store, or, where the store can not take them, beside their final place: a clip that was
 * paid for is not lost to a full cache disk.
 */
final class StoreSink implements ArtifactSink {

    /** How long a clip that has arrived waits for its thumbnail, before that is tried again. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private record Artifact(String key, ArtifactKind kind, int index) {}

    private final ClipStore store;
    private final OutputFolder output;
    private final ArtifactFetcher fetcher;
    private final Consumer<String> warnings;
    private final Map<Artifact, Path> outside = new ConcurrentHashMap<>();
    private final Executor besides = DaemonThreads.cached("videogen-thumbnail");

    StoreSink(ClipStore store, OutputFolder output, ArtifactFetcher fetcher, Consumer<String> warnings) {
        this.store = store;
        this.output = output;
        this.fetcher = fetcher;
        this.warnings = warnings;
    }

    /** The last frame too: another video may continue the clip. */
    @Override
    public boolean wants(ArtifactKind kind) {
        return true;
    }

    @Override
    public DownloadOutcome receive(String key, ArtifactKind kind, int index, ArtifactLocation location, Duration most)
            throws InterruptedException {
        Artifact artifact = new Artifact(key, kind, index);
        Path elsewhere = outside.get(artifact);
        if (elsewhere != null) {
            return fetcher.fetch(location, kind, elsewhere, most);
        }
        VideogenException trouble;
        try {
            DownloadOutcome outcome = fetcher.fetch(location, kind, store.partFile(key, kind, index), most);
            if (!(outcome instanceof DownloadOutcome.Rejected rejected)
                    || rejected.error().kind() != ErrorKind.STORAGE) {
                return outcome;
            }
            trouble = rejected.error();
        } catch (VideogenException e) {
            if (e.kind() != ErrorKind.STORAGE) {
                throw e;
            }
            trouble = e;
        }
        warnings.accept(Message.text(
                "The store can not take a download, so it goes straight to the output folder: %s",
                trouble.getMessage()));
        outside.put(artifact, output.temporaryFile());
        return fetcher.fetch(location, kind, outside.get(artifact), most);
    }

    @Override
    public Both receiveBoth(String key, int index, ArtifactLocation clip, ArtifactLocation thumbnail, Duration most)
            throws InterruptedException {
        CompletableFuture<Optional<DownloadOutcome>> still = new CompletableFuture<>();
        Errand beside = Errand.start(besides, () -> {
            try {
                still.complete(Optional.of(receive(key, ArtifactKind.THUMBNAIL, 0, thumbnail, most)));
            } catch (InterruptedException | RuntimeException e) {
                // It is tried again as if it had not been.
                still.complete(Optional.empty());
            }
        });
        try {
            DownloadOutcome outcome = receive(key, ArtifactKind.VIDEO, index, clip, most);
            beside.join(PATIENCE);
            return new Both(outcome, still.getNow(Optional.empty()));
        } finally {
            // Nobody else may write to its file while it does.
            beside.interrupt();
            beside.join(FAREWELL);
        }
    }

    /** Removes what went outside the store for a render that is delivered or given up. */
    void discardOutside(String key) {
        outside.forEach((artifact, file) -> {
            if (artifact.key().equals(key)) {
                output.discardTemporary(file);
            }
        });
    }

    /** The file outside the store that an artifact went to. */
    Optional<Path> outside(String key, ArtifactKind kind, int index) {
        return Optional.ofNullable(outside.get(new Artifact(key, kind, index)));
    }

    /** Whether any artifact of the render is outside the store, so that the store can not keep it. */
    boolean isOutside(String key) {
        return outside.keySet().stream().anyMatch(artifact -> artifact.key().equals(key));
    }
}
