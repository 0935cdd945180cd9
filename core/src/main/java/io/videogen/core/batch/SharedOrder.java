package io.videogen.core.batch;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.advice.Message;
import io.videogen.core.artifact.Stills;
import io.videogen.core.engine.JobOwners;
import io.videogen.core.engine.Phase;
import io.videogen.core.engine.RenderState;
import io.videogen.core.event.RenderEvent;
import io.videogen.core.shared.Course;
import io.videogen.core.shared.Holder;
import io.videogen.core.shared.SharedEntry;
import io.videogen.core.shared.SharedStore;
import io.videogen.core.shared.Standing;
import io.videogen.core.store.ClipRecord;
import io.videogen.core.store.ClipStore;
import io.videogen.core.store.StoredClip;
import io.videogen.core.store.StoredFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The store of many machines as one order sees it. What it can not tell the store is told as a warning once: a job that
 * exists is followed by this build all the same. Only the claim before a submission is an error, and then nothing was
 * sent.
 */
final class SharedOrder {

    private final Order order;
    private final SharedStore store;
    private final SharedEntry entry;
    private Optional<Course> planned = Optional.empty();
    private Consumer<RenderEvent> listener = event -> {};
    private boolean behind;
    private boolean beating;

    SharedOrder(Order order, SharedStore store) {
        this.order = order;
        this.store = store;
        this.entry = store.entry(order.key());
    }

    /** What the record asks this order to do, for the plan. */
    Course plan() {
        try {
            planned = Optional.of(entry.look(order.refresh(), order.resubmit()));
            return planned.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw VideogenException.of(ErrorKind.INTERRUPTED, "interrupted", e)
                    .says("The build was interrupted. Nothing was sent.");
        }
    }

    /**
     * What the record asks this order to do. A clip does not change, and a claim that comes too late is refused; but a
     * question is cheaper than a claim in vain, and than the API's client, which a build that only waits never loads.
     */
    Course look() throws InterruptedException {
        Optional<Course> early = planned.filter(
                course -> course == Course.TAKE_CLIP || course == Course.SUBMIT && entry.hasJustLooked());
        planned = Optional.empty();
        return early.isPresent() ? early.get() : entry.look(order.refresh(), order.resubmit());
    }

    /** Whether another build is at work, as it was a moment ago, and a look would hardly tell more. */
    boolean awaitsNews() {
        return entry.awaitsNews();
    }

    Optional<ClipRecord> clip() {
        return entry.clip();
    }

    /** The clip that would be fetched; where it will lie is not known yet. */
    Optional<StoredClip> offered() {
        return plan() != Course.TAKE_CLIP
                ? Optional.empty()
                : clip().map(clip -> new StoredClip(
                        clip.key(),
                        clip.videos().stream()
                                .map(item -> new StoredFile(Path.of(""), item.file()))
                                .toList(),
                        Stills.none(),
                        clip.facts()));
    }

    Optional<RenderState> state() {
        return entry.state();
    }

    Optional<Holder> holder() {
        return entry.holder();
    }

    RenderEvent waiting() {
        return entry.holder()
                .<RenderEvent>map(
                        holder -> new RenderEvent.WaitingForBuild(holder.build(), holder.host(), holder.since()))
                .orElseGet(RenderEvent.WaitingForOther::new);
    }

    /** Brings the clip here; nothing when it is not there any more, and then the next look knows. */
    Optional<StoredClip> fetch(ClipStore local) throws InterruptedException {
        Optional<StoredClip> fetched = store.fetch(entry.clip().orElseThrow(), local);
        if (fetched.isEmpty()) {
            entry.clipIsGone();
        } else {
            entry.isHere();
        }
        return fetched;
    }

    /** Becomes the holder of a job, as it is known here or there; false when another was faster. */
    boolean takeOver(RenderState as) throws InterruptedException {
        return entry.takeOver(as);
    }

    /** Asks for the leave to submit; {@link #isStillOurs} is to be asked last. */
    boolean arm(RenderState armed) throws InterruptedException {
        return entry.record(armed);
    }

    /** Takes the claim back: the submission did not leave. */
    void withdraw(RenderState armed) throws InterruptedException {
        quietly(() -> entry.withdraw(Optional.of(armed)));
    }

    boolean isStillOurs() throws InterruptedException {
        return entry.isStillOurs();
    }

    /** Tells how the job goes on, where that matters to others. */
    void follow(RenderState before, RenderState after) throws InterruptedException {
        if (PreviewMark.isOn(after.jobId())) {
            // Drawn by a server of this machine: nothing that others should wait for.
            quietly(() -> entry.withdraw(Optional.empty()));
        } else if (after.phase() == Phase.FAILED || after.phase() == Phase.UNKNOWN) {
            quietly(() -> entry.letGo(Optional.of(after)));
        } else if (Standing.left(before) != Standing.left(after)
                || !before.jobId().equals(after.jobId())) {
            quietly(() -> entry.record(after));
        }
    }

    /** Gives signs of life now and then, as long as this build is at work and the job is its own. */
    synchronized void startBeating(Lanes lanes, BooleanSupplier isAtWork) {
        if (!beating) {
            beating = true;
            nextBeat(lanes, isAtWork);
        }
    }

    private void nextBeat(Lanes lanes, BooleanSupplier isAtWork) {
        lanes.after(store.times().heartbeat(), Lanes.Lane.BEAT, () -> beat(lanes, isAtWork));
    }

    private synchronized void beat(Lanes lanes, BooleanSupplier isAtWork) {
        beating = isAtWork.getAsBoolean();
        if (!beating) {
            return;
        }
        try {
            quietly(entry::beat);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        beating = entry.isHeld();
        if (beating) {
            nextBeat(lanes, isAtWork);
        }
    }

    /** Puts a clip that this build has just made into the store. Preview clips never go there. */
    void publish(StoredClip clip) throws InterruptedException {
        if (!entry.isHeld()) {
            return;
        }
        if (clip.facts().preview()) {
            quietly(() -> entry.withdraw(Optional.empty()));
            return;
        }
        quietly(() -> entry.keep(store.putFiles(clip)));
    }

    /** Whether an earlier build of this machine died, or lost the store, before the clip was there. */
    boolean isOwed() {
        return entry.isOwed();
    }

    /** Brings a clip of this machine to the others, if they still wait for it. */
    void catchUp(StoredClip clip) throws InterruptedException {
        quietly(() -> {
            if (entry.takeOverToKeep(clip.facts().jobId())) {
                publish(clip);
            }
        });
    }

    /**
     * Lets go of the job, so that the next build need not wait for this one to count as dead. What the others know of it
     * stays: this build may have failed where another one will not.
     */
    void letGo(Optional<RenderState> state) {
        if (!entry.isHeld()) {
            return;
        }
        boolean interrupted = Thread.interrupted();
        try {
            quietly(() -> entry.letGo(state.filter(RenderState::isInFlight)));
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The claims of this machine and of all others. */
    JobOwners claims(JobOwners local, String origin) {
        // Taken here, though nobody knows yet whose they are: a search that passed them over would find no job at all.
        Set<String> undecided = ConcurrentHashMap.newKeySet();
        return new JobOwners() {
            @Override
            public boolean isTaken(String jobId) {
                return local.isTaken(jobId) && !undecided.contains(jobId)
                        || asked(() -> store.isAnothersJob(origin, jobId, order.key()), false);
            }

            @Override
            public Claim take(String jobId) {
                Claim here = local.take(jobId);
                if (here != Claim.OURS || PreviewMark.isOn(Optional.of(jobId))) {
                    return here;
                }
                Claim there = asked(() -> Claim.of(store.claimJob(origin, jobId, order.key())), Claim.NOT_KNOWN);
                if (there == Claim.NOT_KNOWN) {
                    undecided.add(jobId);
                } else {
                    undecided.remove(jobId);
                }
                return there;
            }
        };
    }

    private interface Action {
        void run() throws InterruptedException;
    }

    private interface Question<T> {
        T answer() throws InterruptedException;
    }

    private <T> T asked(Question<T> question, T withoutAnswer) {
        try {
            return question.answer();
        } catch (VideogenException e) {
            warn(e);
            return withoutAnswer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return withoutAnswer;
        }
    }

    private void quietly(Action action) throws InterruptedException {
        try {
            action.run();
            behind = false;
        } catch (RuntimeException e) {
            // A defect of the storage's client is no more reason to give up a job than an outage.
            warn(e instanceof VideogenException known ? known : Troubles.unexpected(order, e));
        }
    }

    /** Whom to tell of trouble. */
    void listener(Consumer<RenderEvent> next) {
        listener = next;
    }

    private void warn(VideogenException error) {
        if (!behind) {
            behind = true;
            listener.accept(new RenderEvent.Warning(Message.text(
                    "The other machines are not told how the video \"%s\" goes on, which does not stop it here: %s",
                    order.name(), error.getMessage())));
        }
    }
}
