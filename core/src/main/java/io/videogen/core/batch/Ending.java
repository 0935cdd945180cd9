package io.videogen.core.batch;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.artifact.Stills;
import io.videogen.core.engine.Phase;
import io.videogen.core.engine.RenderState;
import io.videogen.core.output.VideoSource;
import io.videogen.core.output.VideoStatus;
import io.videogen.core.reply.Cost;
import io.videogen.core.store.ClipFacts;
import io.videogen.core.store.StoredClip;
import io.videogen.core.store.StoredFile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How an order ended, before it is told for each of its videos.
 *
 * @param files the clips to deliver; empty unless completed
 * @param facts what is told of a completed clip
 * @param fromStore whether the files are the store's, so that a damaged one can be rendered again
 * @param cost what the API says that the job costs
 */
record Ending(
        VideoStatus status,
        Optional<VideoSource> source,
        List<StoredFile> files,
        Stills<StoredFile> stills,
        Optional<ClipFacts> facts,
        Optional<String> jobId,
        Optional<Instant> createdAt,
        Duration elapsed,
        boolean fromStore,
        Optional<VideogenException> error,
        Optional<Cost> cost) {

    static Ending completed(
            VideoSource source,
            List<StoredFile> files,
            Stills<StoredFile> stills,
            ClipFacts facts,
            Duration elapsed,
            Optional<Cost> cost) {
        return new Ending(
                VideoStatus.COMPLETED,
                Optional.of(source),
                files,
                stills,
                Optional.of(facts),
                facts.jobId(),
                Optional.of(facts.createdAt()),
                elapsed,
                false,
                Optional.empty(),
                cost);
    }

    /** A clip of the store. */
    static Ending cached(StoredClip clip, Duration elapsed) {
        return new Ending(
                VideoStatus.COMPLETED,
                Optional.of(clip.facts().preview() ? VideoSource.PREVIEW : VideoSource.CACHE),
                clip.videos(),
                clip.stills(),
                Optional.of(clip.facts()),
                clip.facts().jobId(),
                Optional.of(clip.facts().createdAt()),
                elapsed,
                true,
                Optional.empty(),
                Optional.empty());
    }

    /** The clip of a completed order. */
    StoredClip clip(String key) {
        return new StoredClip(key, files, stills, facts.orElseThrow());
    }

    /** An end without a clip. */
    static Ending without(Optional<RenderState> state, Duration elapsed, VideogenException error) {
        return new Ending(
                statusOf(error),
                Optional.empty(),
                List.of(),
                Stills.none(),
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
        return new Ending(
                VideoStatus.FAILED,
                Optional.empty(),
                List.of(),
                Stills.none(),
                facts,
                jobId,
                createdAt,
                elapsed,
                false,
                Optional.of(told),
                cost);
    }

    private static VideoStatus statusOf(VideogenException error) {
        if (error.kind() == ErrorKind.UNKNOWN_OUTCOME) {
            return VideoStatus.UNKNOWN;
        }
        boolean runsOn = error.kind() == ErrorKind.TIMED_OUT
                || error.kind() == ErrorKind.INTERRUPTED && error.jobId().isPresent();
        return runsOn ? VideoStatus.TIMEOUT : VideoStatus.FAILED;
    }
}
