package io.videogen.core.batch;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.advice.Advice;
import io.videogen.core.advice.Message;
import io.videogen.core.advice.Setting;
import io.videogen.core.engine.Phase;
import io.videogen.core.engine.RenderState;
import io.videogen.core.event.RenderEvent;
import java.time.Duration;
import java.util.Optional;

/** The sentences of a run that stopped before a job was done. */
final class Troubles {

    private Troubles() {}

    static VideogenException referenceChanged(Order order) {
        return VideogenException.invalid("reference_changed")
                .says(
                        "A reference file of video \"%s\" changed during the build. Nothing was sent for it; %s.",
                        order.name(), Advice.RUN_AGAIN);
    }

    /** @param trouble what failed last and was to be repeated */
    static VideogenException timedOut(RenderState state, Duration limit, Optional<RenderEvent.Retrying> trouble) {
        String waited = Message.text("within \"%s\" (%s).", written(limit), Setting.JOB_TIMEOUT);
        if (state.phase() == Phase.PLANNED) {
            return VideogenException.of(ErrorKind.UNREACHABLE, "not_submitted")
                    .says(
                            "The video \"%s\" could not be submitted %s%s Nothing was created; %s.",
                            state.name(), waited, latest(trouble), Advice.RUN_AGAIN);
        }
        if (state.jobId().isEmpty()) {
            return unknown(state, Message.text("it was not found %s", waited));
        }
        String status = state.statusWord()
                .filter(word -> !word.isBlank())
                .map(word -> Message.text(", its latest status there is \"%s\"", word))
                .orElse("");
        String job = state.jobId().get();
        if (state.phase() == Phase.DOWNLOADING) {
            return VideogenException.of(ErrorKind.TIMED_OUT, "download_timeout")
                    .says(
                            "The job \"%s\" of video \"%s\" is completed, but its clip could not be fetched %s%s What"
                                    + " has arrived is kept. %s to fetch the rest, or allow a longer wait.",
                            job, state.name(), waited, latest(trouble), Advice.RUN_AGAIN.capital())
                    .withJob(job);
        }
        return VideogenException.of(ErrorKind.TIMED_OUT, "job_timeout")
                .says(
                        "The job \"%s\" of video \"%s\" was not finished %s%s It is not lost%s. %s to take it up,"
                                + " or allow a longer wait.",
                        job, state.name(), waited, latest(trouble), status, Advice.RUN_AGAIN.capital())
                .withJob(job);
    }

    static VideogenException waitedForOther(Order order, Duration limit) {
        return VideogenException.of(ErrorKind.TIMED_OUT, "other_build_timeout")
                .says(
                        "Another build is rendering the video \"%s\", and it was not finished within \"%s\" (%s)."
                                + " Nothing was created here; %s to take the result.",
                        order.name(), written(limit), Setting.JOB_TIMEOUT, Advice.RUN_AGAIN);
    }

    /** What was approved turned out to be damaged or gone. */
    static VideogenException locked(Order order) {
        return VideogenException.invalid("not_as_locked")
                .says(
                        "The clip of video \"%s\" that is locked in is not whole any more, and a build with a"
                                + " lock file creates no job. Restore it, or render it without the lock file and approve it"
                                + " anew with %s.",
                        order.name(), Setting.WRITE_LOCK);
    }

    /** A video continues one that has no clip. */
    static VideogenException nothingToContinue(Order order) {
        String before = order.before().orElseThrow().name();
        return VideogenException.invalid("nothing_to_continue")
                .says(
                        "The video \"%s\" continues \"%s\", of which there is no clip, so nothing was bought for"
                                + " it. If \"%s\" failed, mend that first; if it was not asked for, ask for both.",
                        order.name(), before, before);
    }

    /**
     * The API can not make a clip longer.
     *
     * @param why a phrase or sentences
     */
    static VideogenException notExtensible(Order order, String job, String why) {
        String before = order.before().orElseThrow().name();
        return VideogenException.invalid("not_extensible")
                .says(
                        "The video \"%s\" makes \"%s\" longer, which its job \"%s\" does not allow: %s. Nothing"
                                + " was bought for it. Write \"%s\" alone in \"continues\" to begin with its last frame, or"
                                + " refresh \"%s\".",
                        order.name(), before, job, why.replaceFirst("\\.$", ""), before, before);
    }

    /** The shared store did not give the leave to buy. */
    static VideogenException notBought(Order order, VideogenException why) {
        return VideogenException.of(why.kind(), why.code(), why)
                .says(
                        "The video \"%s\" is not on this machine, and whether another one has it or makes it can"
                                + " not be found out, so nothing was bought. %s",
                        order.name(), why.getMessage());
    }

    /** The clip is on this machine already. */
    static VideogenException notDelivered(Order order) {
        return VideogenException.of(ErrorKind.INTERRUPTED, "interrupted")
                .says(
                        "The build was interrupted before the clip of video \"%s\" was delivered. It is kept; %s"
                                + " to have it delivered.",
                        order.name(), Advice.RUN_AGAIN);
    }

    static VideogenException interrupted(Order order, Optional<RenderState> known) {
        if (known.filter(state -> state.phase() == Phase.DONE).isPresent()) {
            String job = known.get().jobId().orElseThrow();
            return VideogenException.of(ErrorKind.INTERRUPTED, "interrupted")
                    .says(
                            "The build was interrupted before the clip of video \"%s\" was delivered. Its job \"%s\""
                                    + " is completed; %s to have it delivered.",
                            order.name(), job, Advice.RUN_AGAIN)
                    .withJob(job);
        }
        if (known.isEmpty() || !known.get().isInFlight()) {
            return VideogenException.of(ErrorKind.INTERRUPTED, "interrupted")
                    .says(
                            "The build was interrupted before the video \"%s\" was submitted. Nothing was created for"
                                    + " it.",
                            order.name());
        }
        RenderState state = known.get();
        if (state.jobId().isEmpty()) {
            return unknown(state, Message.text("the build was interrupted before the reply arrived."));
        }
        String job = state.jobId().get();
        return VideogenException.of(ErrorKind.INTERRUPTED, "interrupted")
                .says(
                        "The build was interrupted. The job \"%s\" of video \"%s\" runs on; %s to take it up.",
                        job, state.name(), Advice.RUN_AGAIN)
                .withJob(job);
    }

    static VideogenException offline(Order order) {
        return VideogenException.of(ErrorKind.OFFLINE, "offline")
                .says(
                        "The video \"%s\" is not in the store, and the build is offline. Nothing was sent; run it"
                                + " once online.",
                        order.name());
    }

    /** A defect of ours or of a library, told as the failure of one video so that the others are not lost. */
    static VideogenException unexpected(Order order, Throwable cause) {
        return VideogenException.of(ErrorKind.STORAGE, "internal_error", cause)
                .says(
                        "The video \"%s\" stopped for a reason that should not happen (%s). %s; a job that was"
                                + " created is taken up.",
                        order.name(), cause, Advice.RUN_AGAIN.capital());
    }

    private static VideogenException unknown(RenderState state, String why) {
        return VideogenException.of(ErrorKind.UNKNOWN_OUTCOME, "unknown_outcome")
                .says(
                        "The submission of video \"%s\" left at %s for \"%s\", and its outcome is unknown: a job"
                                + " may exist and may have been paid; %s %s to look for it; %s.",
                        state.name(),
                        state.submittedAt().orElseThrow(),
                        state.endpoint(),
                        why,
                        Advice.RUN_AGAIN.capital(),
                        Advice.RESUBMIT);
    }

    private static String latest(Optional<RenderEvent.Retrying> trouble) {
        return trouble.map(what -> Message.text(" Latest trouble: %s failed (%s).", what.operation(), what.reason()))
                .orElse("");
    }

    /** As users write it. */
    static String written(Duration duration) {
        return duration.toString().substring(2).toLowerCase(java.util.Locale.ROOT);
    }
}
