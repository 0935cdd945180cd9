package io.videogen.core.download;

import io.videogen.core.advice.Message;
import io.videogen.core.artifact.ArtifactKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Takes a file that somebody else has opened and whose length is known, with all that a download does: read beside the
 * digest and the disk, bounded, cut when it stalls, verified by its container, durable.
 */
public final class StreamedFile {

    /** Bounded by what must arrive within a minute already. */
    private static final Duration LONGEST = Duration.ofHours(24);

    private StreamedFile() {}

    /**
     * Reads to the end; what an earlier attempt left is replaced.
     *
     * @param in is not closed by this
     * @param bytes the file's length
     * @param partFile where the bytes grow; whole and flushed to disk after {@link DownloadOutcome.Complete}
     * @throws io.videogen.core.VideogenException of kind {@code STORAGE} when the disk does not take the file
     */
    public static DownloadOutcome take(InputStream in, long bytes, ArtifactKind kind, Path partFile)
            throws InterruptedException {
        DownloadSettings settings = DownloadSettings.defaults().withMostBytes(bytes, bytes);
        Clock clock = Clock.systemUTC();
        OptionalLong length = OptionalLong.of(bytes);
        try (PartFile part = PartFile.open(partFile, "");
                Body body = new Body(() -> in, length, settings)) {
            return new Arrival(
                            part, kind, length, settings, clock, clock.instant().plus(LONGEST))
                    .receive(body, length);
        } catch (IOException e) {
            return new DownloadOutcome.Transient(
                    Message.text("the transfer broke off: %s", e.getMessage()), Optional.empty());
        }
    }
}
