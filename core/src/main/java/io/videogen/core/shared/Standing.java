package io.videogen.core.shared;

import io.videogen.core.engine.Phase;
import io.videogen.core.engine.RenderState;

/**
 * How the record of a key stands, and with it all that is to be known of money: what a plain build does, one that
 * refreshes, and one that may resubmit. Nothing else decides it.
 *
 * <p>The row that matters is {@link #LEFT_SUBMITTING}. A submission that was taken over may leave at any later moment,
 * because the one who lost it does not know that yet; so whoever takes it over never submits, not even where resubmit is
 * given: it is looked up first, and then it is unknown, and only that may be resubmitted.
 */
public enum Standing {
    /** There is no record, or one without job and clip. */
    NOTHING(Course.SUBMIT, Course.SUBMIT, Course.SUBMIT),
    /** The clip is kept. */
    CLIP(Course.TAKE_CLIP, Course.SUBMIT, Course.TAKE_CLIP),
    /** The clip was made while this build ran: another has just refreshed it. */
    CLIP_OF_NOW(Course.TAKE_CLIP, Course.TAKE_CLIP, Course.TAKE_CLIP),
    /** The clip was kept, but its files have expired. */
    CLIP_GONE(Course.SUBMIT, Course.SUBMIT, Course.SUBMIT),
    /** Its holder lives. */
    WORKED_ON(Course.WAIT, Course.WAIT, Course.WAIT),
    /** A submission provably did not arrive, and nobody holds it. */
    LEFT_UNSENT(Course.SUBMIT, Course.SUBMIT, Course.SUBMIT),
    /** A submission left, or may still leave, and nobody holds it. */
    LEFT_SUBMITTING(Course.TAKE_OVER, Course.TAKE_OVER, Course.TAKE_OVER),
    /** There is a job, and nobody holds it. */
    LEFT_JOB(Course.TAKE_OVER, Course.TAKE_OVER, Course.TAKE_OVER),
    /** A build has looked a submission, or a job, up in vain. */
    LEFT_UNKNOWN(Course.TAKE_OVER, Course.TAKE_OVER, Course.SUBMIT),
    /** The job failed, expired or was refused, and that was reported. */
    FAILED(Course.SUBMIT, Course.SUBMIT, Course.SUBMIT),
    /** The same, and this build has waited for that very job. */
    FAILED_MEANWHILE(Course.REPORT, Course.REPORT, Course.REPORT);

    private final Course plain;
    private final Course refresh;
    private final Course resubmit;

    Standing(Course plain, Course refresh, Course resubmit) {
        this.plain = plain;
        this.refresh = refresh;
        this.resubmit = resubmit;
    }

    /** Where both are given, each counts for what it is about: refresh for a clip, resubmit for a job. */
    public Course course(boolean refreshes, boolean resubmits) {
        boolean aClip = this == CLIP || this == CLIP_OF_NOW || this == CLIP_GONE;
        if (resubmits && !(aClip && refreshes)) {
            return resubmit;
        }
        return refreshes ? refresh : plain;
    }

    /** How a job stands that nobody holds. */
    public static Standing left(RenderState state) {
        return switch (state.phase()) {
            case PLANNED -> LEFT_UNSENT;
            case SUBMITTING -> LEFT_SUBMITTING;
            case WAITING, DOWNLOADING, DONE -> LEFT_JOB;
            case UNKNOWN -> LEFT_UNKNOWN;
            case FAILED -> FAILED;
        };
    }

    /** Whether no clip will come of it without a new submission, as far as anyone knows. */
    boolean isOver() {
        return this == FAILED || this == LEFT_UNKNOWN || this == LEFT_UNSENT;
    }

    /** Whether the holder of such a state, if there is one, may be at work. */
    static boolean canBeWorkedOn(Phase phase) {
        return phase != Phase.FAILED && phase != Phase.UNKNOWN;
    }
}
