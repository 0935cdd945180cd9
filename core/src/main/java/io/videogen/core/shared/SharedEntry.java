package io.videogen.core.shared;

import io.videogen.core.VideogenException;
import io.videogen.core.engine.Phase;
import io.videogen.core.engine.RenderState;
import io.videogen.core.store.ClipRecord;
import java.util.Optional;

/**
 * One build's hold on the record of one key.
 *
 * <p>Thread-safe: a heartbeat comes from another thread than the work.
 */
public final class SharedEntry {

    private final String key;
    private final SharedRun run;
    private final HeldRecord known;
    private final Outlook outlook;
    private final NextLook nextLook;
    /** What the latest look saw, if it found nobody at work. Whatever was seen or written since is another. */
    private SharedRecord free;

    SharedEntry(String key, SharedRun run) {
        this.key = key;
        this.run = run;
        this.known = new HeldRecord(key, run);
        this.outlook = new Outlook(key, run);
        this.nextLook = new NextLook(key, run);
    }

    /** Reads the record, and tells what a build does that sees it so. */
    public synchronized Course look(boolean refreshes, boolean resubmits) throws InterruptedException {
        if (!known.isShown()) {
            nextLook.begins();
        }
        known.look();
        Course course = outlook.of(known.content(), known.version(), refreshes).course(refreshes, resubmits);
        free = course == Course.SUBMIT || course == Course.TAKE_OVER ? known.content() : null;
        nextLook.found(course == Course.WAIT ? holder() : Optional.empty());
        return course;
    }

    /**
     * Whether there is no reason for another look yet: the latest was not long ago and found another at work, and that
     * one has not told of an end.
     */
    public synchronized boolean awaitsNews() {
        return !known.isShown() && nextLook.canWait();
    }

    /** Whether the latest look was a moment ago, so that another would hardly tell more. */
    public synchronized boolean hasJustLooked() {
        return nextLook.wasJustNow();
    }

    /** What is kept for the key, as of the latest look. */
    public synchronized Optional<ClipRecord> clip() {
        return known.content().clip();
    }

    /** The job, as of the latest look. */
    public synchronized Optional<RenderState> state() {
        return known.content().state();
    }

    /** Who works on it, as of the latest look. */
    public synchronized Optional<Holder> holder() {
        return known.content().holder();
    }

    /** Tells that the files of the clip are not there any more. */
    public synchronized void clipIsGone() {
        outlook.clipIsGone(clip());
    }

    /**
     * Becomes the holder of a job that nobody holds, or that the store does not know yet.
     *
     * @param as how it stands, as far as anyone knows
     * @return false when another was faster
     */
    public synchronized boolean takeOver(RenderState as) throws InterruptedException {
        run.probe().run();
        return known.hold(as);
    }

    /**
     * Records a state. One in phase SUBMITTING is the claim: it makes this build the holder, if the latest look found
     * nobody at work and nobody has written since. Anything else is written by the holder alone.
     *
     * @return false when the record is another's: the caller does not submit, and looks again
     * @throws VideogenException if the storage can not be reached
     */
    public synchronized boolean record(RenderState state) throws InterruptedException {
        boolean claims = state.phase() == Phase.SUBMITTING && free == known.content();
        if (!known.isHeld() && !claims) {
            // A sign of life may have shown that another took over; the job's id has to be told all the same.
            return tellWhatOthersCanNotKnow(state);
        }
        if (claims) {
            run.probe().run();
        }
        return known.hold(state) || tellWhatOthersCanNotKnow(state);
    }

    /**
     * Makes sure, just before a submission leaves, that the record was ours less than {@link
     * SharedTimes#claimIsFresh()} ago. The time between that look and the request can not be closed, since no API checks
     * a fence; whoever takes the record over in it never submits.
     *
     * @return false when the record is another's
     */
    public synchronized boolean isStillOurs() throws InterruptedException {
        return known.isStillOurs();
    }

    /** Changes the record, so that others see that its holder lives; false when it is another's. */
    public synchronized boolean beat() throws InterruptedException {
        return known.beat();
    }

    /** Whether this build is the holder, as far as it knows. */
    public synchronized boolean isHeld() {
        return known.isHeld();
    }

    /** The clip's files are in the store: from now on it is there for all. */
    public synchronized boolean keep(ClipRecord made) throws InterruptedException {
        return known.end(known.content().kept(made));
    }

    /**
     * Lets go of the job in order, so that the next build need not wait until this one counts as dead.
     *
     * @param as how it stands, where more is known than the record tells
     */
    public synchronized void letGo(Optional<RenderState> as) throws InterruptedException {
        known.letGo(as);
    }

    /**
     * Takes a claim back. If that fails, the next heartbeat or the end of the build tries it again.
     *
     * @param unsent the submission that was not sent, which this machine remembers where the others can not be told;
     *     nothing where it is one that they should not know of
     */
    public synchronized void withdraw(Optional<RenderState> unsent) throws InterruptedException {
        known.withdraw(unsent);
    }

    /** Whether a build of this machine has held the job and not brought its clip to the others. */
    public synchronized boolean isOwed() {
        return run.marks().isHeld(key);
    }

    /**
     * Becomes the holder of the job that a clip of this machine was made by, if the others still wait for that. Where
     * they do not, nothing is owed any more.
     */
    public synchronized boolean takeOverToKeep(Optional<String> jobId) throws InterruptedException {
        Course course = look(false, false);
        boolean same = jobId.isPresent() && state().flatMap(RenderState::jobId).equals(jobId);
        if (course == Course.TAKE_OVER && same) {
            return takeOver(state().orElseThrow());
        }
        if (course != Course.WAIT) {
            oweNothing();
        }
        return false;
    }

    /** The clip of the others is on this machine. */
    public synchronized void isHere() {
        oweNothing();
    }

    /** What was not sent is remembered until the others know it: a clip from before says nothing of it. */
    private void oweNothing() {
        if (state().filter(state -> run.marks().isUnsent(key, state)).isEmpty()) {
            run.marks().letsGo(key);
        }
    }

    /**
     * The record went to another while our request was on its way, and the reply named a job: only we know of it. Its
     * new holder looks for the job and must not end with "unknown" while the answer is here.
     */
    private boolean tellWhatOthersCanNotKnow(RenderState state) throws InterruptedException {
        while (state.jobId().isPresent()
                && state().filter(other -> other.submission().equals(state.submission())
                                && other.jobId().isEmpty())
                        .isPresent()) {
            if (known.hold(state)) {
                return true;
            }
        }
        return false;
    }
}
