package io.videogen.core.batch;

import io.videogen.core.VideogenException;
import io.videogen.core.advice.Message;
import io.videogen.core.advice.Setting;
import io.videogen.core.artifact.ArtifactKind;
import io.videogen.core.engine.Phase;
import io.videogen.core.engine.RenderState;
import io.videogen.core.output.VideoSource;
import io.videogen.core.store.ClipFacts;
import io.videogen.core.store.MissingPartException;
import io.videogen.core.store.StoredClip;
import io.videogen.core.store.StoredFile;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * The store of this machine as one order sees it: the clip that may be there, the way of a new one into it or around it,
 * and the record of the job.
 */
final class OrderStore {

    private final Order order;
    private final BatchContext run;
    private final Optional<String> jobBefore;
    private boolean fetchedAgain;

    OrderStore(Order order, BatchContext run) {
        this.order = order;
        this.run = run;
        this.jobBefore = order.refresh()
                ? run.store().peek(order.key()).flatMap(clip -> clip.facts().jobId())
                : Optional.empty();
    }

    /**
     * A clip that is to be rendered again is still taken when another build has just done that. Its times are not
     * looked at: it may come from a machine whose clock is ahead.
     */
    boolean isWanted(StoredClip clip) {
        return PreviewMark.allows(clip, run.settings())
                && (!order.refresh() || !clip.facts().jobId().equals(jobBefore));
    }

    /**
     * Whether the record is of the very job that made the clip, however far the record is: the clip may have come from
     * another machine, which went on with the job. A submission whose job was found there is told by its time.
     */
    static boolean isKept(RenderState recorded, Optional<StoredClip> stored) {
        boolean hasJob = recorded.phase() == Phase.DONE || recorded.jobId().isPresent();
        return stored.filter(clip -> hasJob
                        ? clip.facts().jobId().equals(recorded.jobId())
                        : recorded.submittedAt()
                                .filter(clip.facts().createdAt()::equals)
                                .isPresent())
                .isPresent();
    }

    /**
     * A run may have died between keeping the clip and forgetting its job; once the clip is pruned, the record would
     * pass for a job to go on with. Without the lock, that run is alive and about to forget it.
     */
    void forgetJobOf(StoredClip clip, OrderLock lock) {
        trying(
                () -> {
                    if (isJobRecordedOf(clip) && lock.take() && isJobRecordedOf(clip)) {
                        abandon();
                    }
                },
                run.listener()::warning);
    }

    private boolean isJobRecordedOf(StoredClip clip) {
        return run.store()
                .ledger()
                .find(order.key())
                .filter(recorded -> isKept(recorded, Optional.of(clip)))
                .isPresent();
    }

    /** Whether the store could not take a file, so that it can not keep the clip. */
    boolean isOutsideStore() {
        return run.remote().sink().filter(sink -> sink.isOutside(order.key())).isPresent();
    }

    /**
     * Makes the files of a finished render a clip of the store; where that fails, they are delivered from where they
     * are.
     *
     * @return nothing when a file is gone, and is to be fetched again
     */
    Optional<Ending> keep(RenderState done, boolean createdHere, OrderTime time) {
        boolean drawn = run.settings().preview();
        // The address of a preview server means nothing once it is gone.
        String endpoint = drawn ? "preview" : done.endpoint();
        boolean preview = drawn || PreviewMark.isOn(done.jobId());
        ClipFacts facts = ClipFacts.of(order.name(), order.request(), done, endpoint, preview);
        Optional<StoredClip> clip = isOutsideStore() ? Optional.of(asItLies(done, facts)) : intoStore(done, facts);
        VideoSource source = preview ? VideoSource.PREVIEW : createdHere ? VideoSource.RENDERED : VideoSource.RESUMED;
        return clip.map(found -> Ending.completed(source, found, time.elapsed(), done.cost()));
    }

    private Optional<StoredClip> intoStore(RenderState done, ClipFacts facts) {
        StoredClip clip;
        try {
            clip = run.store().keep(done, facts);
        } catch (VideogenException e) {
            if (e instanceof MissingPartException && !fetchedAgain) {
                fetchedAgain = true;
                return Optional.empty();
            }
            warn(Message.text(
                    "The clip of video \"%s\" is delivered, but could not be kept in the store: %s",
                    order.name(), e.getMessage()));
            return Optional.of(asItLies(done, facts));
        }
        // That is safe; should it fail, the next run does it.
        trying(() -> run.store().ledger().removeKept(order.key()), this::warn);
        return Optional.of(clip);
    }

    /** The clip where its files were downloaded to, for want of a store that takes it. */
    private StoredClip asItLies(RenderState done, ClipFacts facts) {
        StoredClip clip = run.store().unkept(done, facts);
        List<StoredFile> videos = IntStream.range(0, clip.videos().size())
                .mapToObj(index -> asItLies(clip.videos().get(index), ArtifactKind.VIDEO, index))
                .toList();
        return new StoredClip(clip.key(), videos, clip.stills().map((kind, file) -> asItLies(file, kind, 0)), facts);
    }

    private StoredFile asItLies(StoredFile file, ArtifactKind kind, int index) {
        return run.remote()
                .sink()
                .flatMap(sink -> sink.outside(order.key(), kind, index))
                .map(path -> new StoredFile(path, file.file()))
                .orElse(file);
    }

    /** Once the end is told, what lies outside the store goes, and a failure is forgotten. */
    void settle(Optional<RenderState> known) {
        run.remote().sink().ifPresent(sink -> sink.discardOutside(order.key()));
        if (known.filter(state -> state.phase() == Phase.FAILED).isPresent()) {
            trying(this::abandon, run.listener()::warning);
        }
    }

    /** Forgets whatever job is recorded where the clip came from elsewhere: no later run could tell that it is over. */
    void removeOther() {
        trying(() -> run.store().ledger().remove(order.key()), this::warn);
    }

    /** Forgets a job for good, with what has arrived of it. */
    void abandon() {
        run.store().ledger().remove(order.key());
        run.store().discardParts(order.key());
    }

    /** Forgets what an earlier run recorded, and says so where money may have been spent on it. */
    void forget(RenderState recorded) {
        if (recorded.isInFlight() && order.resubmit()) {
            String job = recorded.jobId()
                    .map(id -> Message.text(" (job \"%s\")", id))
                    .orElse("");
            warn(Message.text(
                    "The earlier submission of video \"%s\"%s is forgotten, as %s asks. It may have been paid.",
                    order.name(), job, Setting.RESUBMIT));
        }
        abandon();
    }

    private void warn(String message) {
        run.warn(order, message);
    }

    private static void trying(Runnable removal, Consumer<String> warnings) {
        try {
            removal.run();
        } catch (VideogenException e) {
            warnings.accept(e.getMessage());
        }
    }
}
