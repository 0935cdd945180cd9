package io.videogen.core.batch;

import io.videogen.core.artifact.ArtifactKind;
import io.videogen.core.artifact.ArtifactLocation;
import io.videogen.core.download.DownloadOutcome;
import java.nio.file.Path;
import java.time.Duration;

/** Brings an artifact to a file of this machine. */
@FunctionalInterface
public interface ArtifactFetcher {

    /**
     * Makes one attempt, going on from what an earlier one left in the file. On {@link DownloadOutcome.Complete} the
     * file is whole, verified and durable.
     *
     * @param partFile where the bytes grow; never a result
     * @param most after so long the attempt ends as {@link DownloadOutcome.Transient}, with what has arrived
     */
    DownloadOutcome fetch(ArtifactLocation location, ArtifactKind kind, Path partFile, Duration most)
            throws InterruptedException;
}
