package io.videogen.core.download;

import io.videogen.core.artifact.ArtifactKind;
import io.videogen.core.artifact.ArtifactLocation;
import java.time.Duration;
import java.util.Optional;

/** Where artifacts go; the host decides: a store on this machine, or a workspace on a Jenkins agent. */
public interface ArtifactSink {

    /**
     * Makes one attempt to fetch an artifact. What has arrived of it is kept between calls under the same key, kind and
     * index, so that the next attempt can go on from there.
     *
     * @param key identifies the render
     * @param index position among the clips of the render, from 0
     * @param most the longest that the attempt may take
     * @throws io.videogen.core.VideogenException of kind {@code STORAGE} when this side cannot keep the bytes; the job
     *     stays as it is
     */
    DownloadOutcome receive(String key, ArtifactKind kind, int index, ArtifactLocation location, Duration most)
            throws InterruptedException;

    /** Whether pictures of that kind are wanted here. */
    default boolean wants(ArtifactKind kind) {
        return kind != ArtifactKind.LAST_FRAME;
    }

    /**
     * Makes one attempt to fetch a clip, and meanwhile one to fetch the thumbnail, where the sink can do both at once.
     *
     * @return the thumbnail's outcome too, unless there was no time for it; it is then asked for as any other artifact
     */
    default Both receiveBoth(String key, int index, ArtifactLocation clip, ArtifactLocation thumbnail, Duration most)
            throws InterruptedException {
        return new Both(receive(key, ArtifactKind.VIDEO, index, clip, most), Optional.empty());
    }

    /** What came of a clip, and of the thumbnail that was fetched meanwhile. */
    record Both(DownloadOutcome clip, Optional<DownloadOutcome> thumbnail) {}
}
