package io.videogen.core.shared;

import io.videogen.core.engine.Phase;
import io.videogen.core.engine.RenderState;
import io.videogen.core.store.ClipRecord;
import java.util.Optional;

/** How the record of one key stands for one build, which remembers what it met first and what it has waited for. */
final class Outlook {

    private final String key;
    private final SharedRun run;
    private final Silence silence;
    private boolean begun;
    private Optional<ClipRecord> clipAtStart = Optional.empty();
    private Optional<ClipRecord> goneClip = Optional.empty();
    private Optional<String> awaited = Optional.empty();

    Outlook(String key, SharedRun run) {
        this.key = key;
        this.run = run;
        this.silence = new Silence(run.clock());
    }

    /** Tells that the files of a clip are not there any more. */
    void clipIsGone(Optional<ClipRecord> clip) {
        goneClip = clip;
    }

    /** @param version of the record, for the signs of life of its holder */
    Standing of(SharedRecord record, Optional<String> version, boolean refreshes) {
        if (!begun) {
            begun = true;
            clipAtStart = record.clip();
        }
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
        return record.state().isEmpty()
                ? Standing.NOTHING
                : ofJob(record.state().get(), record.holder(), version);
    }

    private Standing ofJob(RenderState state, Optional<Holder> holder, Optional<String> version) {
        if (Standing.canBeWorkedOn(state.phase())
                && holder.filter(who -> mayLive(who, version)).isPresent()) {
            awaited = state.submission();
            return Standing.WORKED_ON;
        }
        Standing left = isUnsent(state) ? Standing.LEFT_UNSENT : Standing.left(state);
        boolean meanwhile = left == Standing.FAILED && awaited.isPresent() && awaited.equals(state.submission());
        return meanwhile ? Standing.FAILED_MEANWHILE : left;
    }

    private boolean mayLive(Holder holder, Optional<String> version) {
        return !holder.isSameRun(run.me())
                && !run.marks().isOfThisMachine(key, holder)
                && silence.after(version.orElse("")).compareTo(run.times().silence()) < 0;
    }

    private boolean isUnsent(RenderState state) {
        boolean lost = state.phase() == Phase.SUBMITTING || state.phase() == Phase.UNKNOWN;
        return lost && state.jobId().isEmpty() && run.marks().isUnsent(key, state);
    }
}
