package io.videogen.core.download;

import io.videogen.core.artifact.ArtifactKind;
import io.videogen.core.artifact.ArtifactLocation;
import io.videogen.core.file.Sha256;
import io.videogen.core.http.Endpoint;
import io.videogen.core.http.HttpTransport;
import io.videogen.core.http.Token;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Fetches clips and thumbnails into files: bounded, resumable, digested while they stream, and checked against every
 * length that is known and against the container's own structure.
 *
 * <p>Thread-safe. Each transfer that runs has one more thread and 1 MiB of buffers; both end with it.
 */
public final class Downloader {

    /** What the note beside a part file adds to its name. */
    public static final String NOTE_SUFFIX = PartFile.NOTE_SUFFIX;

    private final HttpTransport transport;
    private final Endpoint endpoint;
    private final Optional<Token> token;
    private final DownloadSettings settings;
    private final Clock clock;
    private final Semaphore turns;

    /**
     * @param transport is not closed by this
     * @param endpoint the API that tells the addresses
     * @param token goes to the endpoint's own origin only
     */
    public Downloader(
            HttpTransport transport, Endpoint endpoint, Optional<Token> token, DownloadSettings settings, Clock clock) {
        this.transport = transport;
        this.endpoint = endpoint;
        this.token = token;
        this.settings = settings;
        this.clock = clock;
        this.turns = new Semaphore(settings.transfers(), true);
    }

    /**
     * Removes what attempts have left: the file and the note beside it, whichever of them is there.
     *
     * @param partFile as given to {@link #fetch}; no attempt uses it now
     * @throws IOException if one of them is there and can not be removed
     */
    public static void discard(Path partFile) throws IOException {
        PartFile.discard(partFile);
    }

    /**
     * Makes one attempt to fetch a file. It goes on from what an earlier attempt left in {@code partFile}, if the server
     * can prove that it still has that very file; what this attempt leaves behind is noted beside it, in a file of the
     * same name with {@code .resume} after it. The caller sees to it that no other attempt uses the same file.
     *
     * @param partFile where the bytes grow; after {@link DownloadOutcome.Complete} it is whole and flushed to disk
     * @param most after so long the attempt ends as {@link DownloadOutcome.Transient}, and what had arrived is kept: a
     *     server that sends just enough to pass for alive must not hold a build for weeks
     * @throws InterruptedException when the calling thread was interrupted; what had arrived is kept
     * @throws io.videogen.core.VideogenException of kind {@code STORAGE} when the disk does not take the file: full,
     *     read-only, or a symbolic link in its place; what had arrived is kept
     */
    public DownloadOutcome fetch(ArtifactLocation location, ArtifactKind kind, Path partFile, Duration most)
            throws InterruptedException {
        Instant deadline = clock.instant().plus(most);
        turns.acquire();
        try (PartFile part = PartFile.open(partFile, Sha256.of(location.printable()))) {
            return new Attempt(transport, endpoint, token, settings, clock, deadline, kind, part, location).run();
        } finally {
            turns.release();
        }
    }
}
