package io.videogen.core.download;

import io.videogen.core.artifact.ArtifactKind;
import java.time.Duration;

/**
 * Bounds of a {@link Downloader}.
 *
 * @param mostVideoBytes the largest clip that is taken
 * @param mostThumbnailBytes the largest thumbnail that is taken
 * @param idleLimit the longest time without {@code leastProgress}
 * @param leastProgress bytes that have to arrive within the idle limit, so that a trickle is no progress
 * @param transfers how many transfers run at once; others wait for their turn
 * @param notesTags whether a transfer may go on by an {@code ETag}, which is then noted beside the part; else by a date
 *     alone. Where the token is not known, as on an agent of Jenkins, a tag that repeats it could not be told from others
 */
public record DownloadSettings(
        long mostVideoBytes,
        long mostThumbnailBytes,
        Duration idleLimit,
        int leastProgress,
        int transfers,
        boolean notesTags) {

    /** 8 GiB, 64 MiB, 16 KiB a minute, 64 at once. */
    public static DownloadSettings defaults() {
        return new DownloadSettings(8L << 30, 64L << 20, Duration.ofSeconds(60), 16 << 10, 64, true);
    }

    public DownloadSettings withMostBytes(long video, long thumbnail) {
        return new DownloadSettings(video, thumbnail, idleLimit, leastProgress, transfers, notesTags);
    }

    public DownloadSettings withIdleLimit(Duration limit, int progress) {
        return new DownloadSettings(mostVideoBytes, mostThumbnailBytes, limit, progress, transfers, notesTags);
    }

    public DownloadSettings withoutTags() {
        return new DownloadSettings(mostVideoBytes, mostThumbnailBytes, idleLimit, leastProgress, transfers, false);
    }

    long mostBytes(ArtifactKind kind) {
        return kind == ArtifactKind.VIDEO ? mostVideoBytes : mostThumbnailBytes;
    }
}
