package io.videogen.core.shared;

import io.videogen.core.VideogenException;
import io.videogen.core.engine.Phase;
import io.videogen.core.engine.RenderState;
import io.videogen.core.shared.SafeStorage.Result;
import io.videogen.core.store.ClipRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One build's hold on the record of one key. Every write of the record names the version that this object knows, so
 * that it fails if anyone has written since.
 *
 * <p>Thread-safe: a heartbeat comes from another thread than the work.
 */
public final class SharedEntry {

    private static final Duration LOOK_IS_FRESH = Duration.ofSeconds(2);
    /** A holder that fell silent is found out so much later at most, as a share of the time that it may be silent. */
    private static final int LOOKS_IN_SILENCE = 3;

    private final String key;
    private final SafeStorage storage;
    private final StorageProbeOnce probe;
    private final Marks marks;
    private final EndNotes notes;
    private final Holder me;
    private final SharedTimes times;
    private final Clock clock;
    private final Silence silence;

    private SharedRecord record;
    private Optional<String> version = Optional.empty();
    private boolean looked;
    private Instant lookedAt = Instant.MIN;
    /** Whether a write that was lost has shown how the record stands, and no look has made use of that yet. */
    private boolean shown;

    private boolean held;
    /** Whether the latest look found nobody at work. A write that was lost has seen another's record, and is no look. */
    private boolean free;
    /** Whether the latest look found another at work. */
    private boolean waits;
    /** The note that led to a look; it tells nothing more. */
    private String heard = "";

    private Optional<ClipRecord> goneClip = Optional.empty();
    private Instant confirmedAt = Instant.MIN;
    private Optional<RenderState> latest = Optional.empty();
    private Optional<ClipRecord> clipAtStart = Optional.empty();
    private Optional<String> awaited = Optional.empty();

    /** Sees to it that the storage was found fit before the first conditional write. */
    interface StorageProbeOnce {
        void run() throws InterruptedException;
    }

    SharedEntry(
            String key,
            SafeStorage storage,
            StorageProbeOnce probe,
            Marks marks,
            EndNotes notes,
            Holder me,
            SharedTimes times,
            Clock clock) {
        this.key = key;
        this.storage = storage;
        this.probe = probe;
        this.marks = marks;
        this.notes = notes;
        this.me = me;
        this.times = times;
        this.clock = clock;
        this.silence = new Silence(clock);
        this.record = SharedRecord.empty(key);
    }

    /** Reads the record, and tells what a build does that sees it so. */
    public synchronized Course look(boolean refreshes, boolean resubmits) throws InterruptedException {
        if (!shown) {
            lookedAt = clock.instant();
            see(storage.read(key(key)));
        }
        shown = false;
        if (!looked) {
            looked = true;
            clipAtStart = record.clip();
        }
        Course course = standing(refreshes).course(refreshes, resubmits);
        free = course == Course.SUBMIT || course == Course.TAKE_OVER;
        waits = course == Course.WAIT;
        return course;
    }

    /**
     * Whether there is no reason for another look yet: the latest was not long ago and found another at work, and that
     * one has not told of an end. Never where few wait: then each look reads the record.
     */
    public synchronized boolean awaitsNews() {
        if (!waits || shown || !isYounger(lookedAt, times.silence().dividedBy(LOOKS_IN_SILENCE))) {
            return false;
        }
        Holder holder = record.holder().orElseThrow();
        Optional<Boolean> told = notes.isTold(holder, key);
        if (told.isEmpty()) {
            return false;
        }
        String before = heard;
        heard = told.get() ? EndNotes.name(holder, key) : heard;
        return heard.equals(before);
    }

    /** Whether the latest look was a moment ago, so that another would hardly tell more. */
    public synchronized boolean hasJustLooked() {
        return isYounger(lookedAt, LOOK_IS_FRESH);
    }

    /** What is kept for the key, as of the latest look. */
    public synchronized Optional<ClipRecord> clip() {
        return record.clip();
    }

    /** The job, as of the latest look. */
    public synchronized Optional<RenderState> state() {
        return record.state();
    }

    /** Who works on it, as of the latest look. */
    public synchronized Optional<Holder> holder() {
        return record.holder();
    }

    /** Tells that the files of the clip are not there any more. */
    public synchronized void clipIsGone() {
        goneClip = record.clip();
    }

    /**
     * Becomes the holder of a job that nobody holds, or that the store does not know yet.
     *
     * @param as how it stands, as far as anyone knows
     * @return false when another was faster
     */
    public synchronized boolean takeOver(RenderState as) throws InterruptedException {
        probe.run();
        return hold(as);
    }

    /**
     * Records a state. One in phase SUBMITTING is the claim: it makes this build the holder, if the latest look found
     * nobody at work and nobody has written since. Anything else is written by the holder alone.
     *
     * @return false when the record is another's: the caller does not submit, and looks again
     * @throws VideogenException if the storage can not be reached
     */
    public synchronized boolean record(RenderState state) throws InterruptedException {
        boolean claims = state.phase() == Phase.SUBMITTING && free;
        if (!held && !claims) {
            // A sign of life may have shown that another took over; the job's id has to be told all the same.
            return tellWhatOthersCanNotKnow(state);
        }
        if (claims) {
            probe.run();
        }
        return hold(state) || tellWhatOthersCanNotKnow(state);
    }

    /**
     * Makes sure, just before a submission leaves, that the record was ours less than {@link
     * SharedTimes#claimIsFresh()} ago. The time between that look and the request can not be closed, since no API checks
     * a fence; whoever takes the record over in it never submits.
     *
     * @return false when the record is another's
     */
    public synchronized boolean isStillOurs() throws InterruptedException {
        while (held && !isYounger(confirmedAt, times.claimIsFresh())) {
            Instant before = clock.instant();
            see(storage.read(key(key)));
            confirmedAt = before;
        }
        return held;
    }

    /** Changes the record, so that others see that its holder lives; false when it is another's. */
    public synchronized boolean beat() throws InterruptedException {
        // With what an outage may have kept from the store.
        return held && (latest.isPresent() ? hold(latest.get()) : end(record.released(latest)));
    }

    /** Whether this build is the holder, as far as it knows. */
    public synchronized boolean isHeld() {
        return held;
    }

    /** The clip's files are in the store: from now on it is there for all. */
    public synchronized boolean keep(ClipRecord made) throws InterruptedException {
        return end(record.kept(made));
    }

    /**
     * Lets go of the job in order, so that the next build need not wait until this one counts as dead.
     *
     * @param as how it stands, where more is known than the record tells
     */
    public synchronized void letGo(Optional<RenderState> as) throws InterruptedException {
        if (!held) {
            return;
        }
        latest = as.or(() -> latest);
        if (latest.filter(state -> !Standing.left(state).isOver()).isEmpty()) {
            end(record.released(latest));
        } else {
            // The mark stays: should the clip be kept on this machine, the others have not got it yet.
            write(record.released(latest));
        }
    }

    /**
     * Takes a claim back. If that fails, the next heartbeat or the end of the build tries it again.
     *
     * @param unsent the submission that was not sent, which this machine remembers where the others can not be told;
     *     nothing where it is one that they should not know of
     */
    public synchronized void withdraw(Optional<RenderState> unsent) throws InterruptedException {
        latest = Optional.empty();
        boolean told = false;
        try {
            told = held && end(record.released(latest));
        } finally {
            if (!told) {
                unsent.ifPresent(state -> marks.unsent(key, me, state));
            }
        }
    }

    /** Whether a build of this machine has held the job and not brought its clip to the others. */
    public synchronized boolean isOwed() {
        return marks.isHeld(key);
    }

    /**
     * Becomes the holder of the job that a clip of this machine was made by, if the others still wait for that. Where
     * they do not, nothing is owed any more.
     */
    public synchronized boolean takeOverToKeep(Optional<String> jobId) throws InterruptedException {
        Course course = look(false, false);
        boolean same =
                jobId.isPresent() && record.state().flatMap(RenderState::jobId).equals(jobId);
        if (course == Course.TAKE_OVER && same) {
            return takeOver(record.state().orElseThrow());
        }
        if (course != Course.WAIT) {
            marks.letsGo(key);
        }
        return false;
    }

    /** The clip of the others is on this machine. */
    public synchronized void isHere() {
        marks.letsGo(key);
    }

    private boolean end(SharedRecord last) throws InterruptedException {
        Optional<Holder> holder = record.holder();
        boolean written = held && write(last);
        held = false;
        marks.letsGo(key);
        tell(written, holder);
        return written;
    }

    private void tell(boolean written, Optional<Holder> holder) {
        holder.filter(us -> written).ifPresent(us -> notes.tell(us, key));
    }

    private Standing standing(boolean refreshes) {
        boolean gone = record.clip().isPresent() && record.clip().equals(goneClip);
        if (gone && record.state().isEmpty()) {
            return Standing.CLIP_GONE;
        }
        boolean clip = record.clip().isPresent() && !gone;
        if (clip && !record.clip().equals(clipAtStart)) {
            return Standing.CLIP_OF_NOW;
        }
        if (clip && (!refreshes || record.state().isEmpty())) {
            return Standing.CLIP;
        }
        if (record.state().isEmpty()) {
            return Standing.NOTHING;
        }
        RenderState state = record.state().get();
        boolean mayLive = record.holder().filter(this::mayLive).isPresent();
        if (mayLive && Standing.canBeWorkedOn(state.phase())) {
            awaited = state.submission();
            return Standing.WORKED_ON;
        }
        Standing left = isUnsent(state) ? Standing.LEFT_UNSENT : Standing.left(state);
        boolean meanwhile = left == Standing.FAILED && awaited.isPresent() && awaited.equals(state.submission());
        return meanwhile ? Standing.FAILED_MEANWHILE : left;
    }

    private boolean isUnsent(RenderState state) {
        boolean lost = state.phase() == Phase.SUBMITTING || state.phase() == Phase.UNKNOWN;
        return lost && state.jobId().isEmpty() && marks.isUnsent(key, state);
    }

    private boolean mayLive(Holder holder) {
        return !holder.isSameRun(me)
                && !marks.isOfThisMachine(key, holder)
                && silence.after(version.orElse("")).compareTo(times.silence()) < 0;
    }

    private boolean isYounger(Instant event, Duration most) {
        Duration age = Duration.between(event, clock.instant());
        // A clock that was set back tells nothing.
        return !age.isNegative() && age.compareTo(most) <= 0;
    }

    /**
     * The record went to another while our request was on its way, and the reply named a job: only we know of it. Its
     * new holder looks for the job and must not end with "unknown" while the answer is here.
     */
    private boolean tellWhatOthersCanNotKnow(RenderState state) throws InterruptedException {
        while (state.jobId().isPresent()
                && record.state()
                        .filter(other -> other.submission().equals(state.submission())
                                && other.jobId().isEmpty())
                        .isPresent()) {
            if (hold(state)) {
                return true;
            }
        }
        return false;
    }

    /** Becomes the holder, or stays it. */
    private boolean hold(RenderState state) throws InterruptedException {
        latest = Optional.of(state);
        Instant before = clock.instant();
        Holder holder = record.holder().filter(me::isSameRun).orElse(me.at(before));
        boolean answered = false;
        try {
            boolean written = write(record.held(holder, state));
            answered = true;
            confirmedAt = before;
            return written;
        } finally {
            if (!answered && state.phase() == Phase.PLANNED) {
                record.state().ifPresent(claimed -> marks.unsent(key, me, claimed));
            }
        }
    }

    /** Writes over the version that is known; false when there is another one now, which is known then. */
    private boolean write(SharedRecord next) throws InterruptedException {
        byte[] content = SharedRecordJson.write(next);
        Result result = version.isPresent()
                ? storage.replace(key(key), version.get(), content)
                : storage.claim(key(key), content);
        if (result instanceof Result.Won won) {
            record = next;
            version = Optional.of(won.written().version());
            if (!held && next.isHeldBy(me)) {
                marks.holds(key, me);
            }
            held = next.isHeldBy(me);
            free = false;
            return true;
        }
        see(((Result.Lost) result).present());
        shown = true;
        return false;
    }

    private void see(Optional<Versioned> present) {
        free = false;
        waits = false;
        shown = false;
        version = present.map(Versioned::version);
        record = present.map(found -> SharedRecordJson.read(key, found.content()))
                .orElseGet(() -> SharedRecord.empty(key));
        held = held && record.isHeldBy(me);
    }

    private static String key(String key) {
        return SharedStore.JOBS + key + SharedStore.SUFFIX;
    }
}
