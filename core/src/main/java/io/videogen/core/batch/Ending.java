package io.videogen.core.batch;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.engine.Phase;
import io.videogen.core.engine.RenderState;
import io.videogen.core.output.VideoSource;
import io.videogen.core.output.VideoStatus;
import io.videogen.core.reply.Cost;
import io.videogen.core.store.StoredClip;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How an order ended, before it is told for each of its videos.
 *
 * @param source where the clip came from; empty where none is delivered
 * @param clip the clip, there too where it could not be delivered
 * @param fromStore whether the files are the store's, so that a damaged one can be rendered again
 * @param error why no clip is delivered
 * @param cost what the API says that the job costs
 */
record Ending(
        Optional<VideoSource> source,
        Optional<StoredClip> clip,
        Optional<String> jobId,
        Optional<Instant> createdAt,
        Duration elapsed,
        boolean fromStore,
        Optional<VideogenException> error,
        Optional<Cost> cost) {

    static Ending completed(VideoSource source, StoredClip clip, Duration elapsed, Optional<Cost> cost) {
        return with(clip, source, elapsed, false, cost);
    }

    /** A clip of the store. */
    static Ending cached(StoredClip clip, Duration elapsed) {
        VideoSource source = clip.facts().preview() ? VideoSource.PREVIEW : VideoSource.CACHE;
        return with(clip, source, elapsed, true, Optional.empty());
    }

    private static Ending with(
            StoredClip clip, VideoSource source, Duration elapsed, boolean fromStore, Optional<Cost> cost) {
        return new Ending(
                Optional.of(source),
                Optional.of(clip),
                clip.facts().jobId(),
                Optional.of(clip.facts().createdAt()),
                elapsed,
                fromStore,
                Optional.empty(),
                cost);
    }

    /** An end without a clip. */
    static Ending without(Optional<RenderState> state, Duration elapsed, VideogenException error) {
        return new Ending(
                Optional.empty(),
                Optional.empty(),
                state.flatMap(RenderState::jobId).or(error::jobId),
                state.filter(known -> known.phase() != Phase.PLANNED).flatMap(RenderState::submittedAt),
                elapsed,
                false,
                Optional.of(error),
                Optional.empty());
    }

    /** The same clip, that could not be put into the output folder. */
    Ending undelivered(VideogenException error) {
        VideogenException told = jobId.map(error::withJob).orElse(error);
        return new Ending(Optional.empty(), clip, jobId, createdAt, elapsed, false, Optional.of(told), cost);
    }

    VideoStatus status() {
        if (error.isEmpty()) {
            return VideoStatus.COMPLETED;
        }
        ErrorKind kind = error.get().kind();
        if (kind == ErrorKind.UNKNOWN_OUTCOME) {
            return VideoStatus.UNKNOWN;
        }
        boolean runsOn = kind == ErrorKind.TIMED_OUT
                || kind == ErrorKind.INTERRUPTED && error.get().jobId().isPresent();
        return runsOn ? VideoStatus.TIMEOUT : VideoStatus.FAILED;
    }
}
