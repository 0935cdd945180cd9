package io.videogen.core.batch;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.advice.Advice;
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
        return VideogenException.invalid(
                "reference_changed",
                "A reference file of video \"" + order.name() + "\" changed during the build. Nothing was sent for it; "
                        + Advice.RUN_AGAIN + ".");
    }

    /** @param trouble what failed last and was to be repeated */
    static VideogenException timedOut(RenderState state, Duration limit, Optional<RenderEvent.Retrying> trouble) {
        String waited = "within \"" + written(limit) + "\" (" + Setting.JOB_TIMEOUT + ").";
        if (state.phase() == Phase.PLANNED) {
            return new VideogenException(
                    ErrorKind.UNREACHABLE,
                    "not_submitted",
                    "The video \"" + state.name() + "\" could not be submitted " + waited + latest(trouble)
                            + " Nothing was created; " + Advice.RUN_AGAIN + ".");
        }
        if (state.jobId().isEmpty()) {
            return unknown(state, "it was not found " + waited);
        }
        String status = state.statusWord()
                .filter(word -> !word.isBlank())
                .map(word -> ", its latest status there is \"" + word + "\"")
                .orElse("");
        String job = state.jobId().get();
        if (state.phase() == Phase.DOWNLOADING) {
            return new VideogenException(
                            ErrorKind.TIMED_OUT,
                            "download_timeout",
                            "The job \"" + job + "\" of video \"" + state.name()
                                    + "\" is completed, but its clip could not be fetched " + waited + latest(trouble)
                                    + " What has arrived is kept. " + Advice.RUN_AGAIN.capital()
                                    + " to fetch the rest, or allow"
                                    + " a longer wait.")
                    .withJob(job);
        }
        return new VideogenException(
                        ErrorKind.TIMED_OUT,
                        "job_timeout",
                        "The job \"" + job + "\" of video \"" + state.name() + "\" was not finished " + waited
                                + latest(trouble) + " It is not lost" + status
                                + ". " + Advice.RUN_AGAIN.capital() + " to take it up, or allow a longer wait.")
                .withJob(job);
    }

    static VideogenException waitedForOther(Order order, Duration limit) {
        return new VideogenException(
                ErrorKind.TIMED_OUT,
                "other_build_timeout",
                "Another build is rendering the video \"" + order.name() + "\", and it was not finished within \""
                        + written(limit)
                        + "\" (" + Setting.JOB_TIMEOUT + "). Nothing was created here; " + Advice.RUN_AGAIN
                        + " to take the"
                        + " result.");
    }

    /** What was approved turned out to be damaged or gone. */
    static VideogenException locked(Order order) {
        return VideogenException.invalid(
                "not_as_locked",
                "The clip of video \"" + order.name()
                        + "\" that is locked in is not whole any more, and a build with a lock file creates no job. Restore"
                        + " it, or render it without the lock file and approve it anew with " + Setting.WRITE_LOCK
                        + ".");
    }

    /** A video continues one that has no clip. */
    static VideogenException nothingToContinue(Order order) {
        String before = order.before().orElseThrow().name();
        return VideogenException.invalid(
                "nothing_to_continue",
                "The video \"" + order.name() + "\" continues \"" + before
                        + "\", of which there is no clip, so nothing was bought for it. If \"" + before
                        + "\" failed, mend that first; if it was not asked for, ask for both.");
    }

    /**
     * The API can not make a clip longer.
     *
     * @param why a phrase or sentences
     */
    static VideogenException notExtensible(Order order, String job, String why) {
        String before = order.before().orElseThrow().name();
        return VideogenException.invalid(
                "not_extensible",
                "The video \"" + order.name() + "\" makes \"" + before + "\" longer, which its job \"" + job
                        + "\" does not allow: " + why.replaceFirst("\\.$", "")
                        + ". Nothing was bought for it. Write \"" + before
                        + "\" alone in \"continues\" to begin with its last frame, or refresh \"" + before + "\".");
    }

    /** The shared store did not give the leave to buy. */
    static VideogenException notBought(Order order, VideogenException why) {
        return new VideogenException(
                why.kind(),
                why.code(),
                "The video \"" + order.name() + "\" is not on this machine, and whether another one has it or makes it"
                        + " can not be found out, so nothing was bought. " + why.getMessage(),
                why);
    }

    /** The clip is on this machine already. */
    static VideogenException notDelivered(Order order) {
        return new VideogenException(
                ErrorKind.INTERRUPTED,
                "interrupted",
                "The build was interrupted before the clip of video \"" + order.name()
                        + "\" was delivered. It is kept; " + Advice.RUN_AGAIN + " to have it delivered.");
    }

    static VideogenException interrupted(Order order, Optional<RenderState> known) {
        if (known.filter(state -> state.phase() == Phase.DONE).isPresent()) {
            String job = known.get().jobId().orElseThrow();
            return new VideogenException(
                            ErrorKind.INTERRUPTED,
                            "interrupted",
                            "The build was interrupted before the clip of video \"" + order.name()
                                    + "\" was delivered. Its job \"" + job
                                    + "\" is completed; " + Advice.RUN_AGAIN + " to have it delivered.")
                    .withJob(job);
        }
        if (known.isEmpty() || !known.get().isInFlight()) {
            return new VideogenException(
                    ErrorKind.INTERRUPTED,
                    "interrupted",
                    "The build was interrupted before the video \"" + order.name()
                            + "\" was submitted. Nothing was created for it.");
        }
        RenderState state = known.get();
        if (state.jobId().isEmpty()) {
            return unknown(state, "the build was interrupted before the reply arrived.");
        }
        String job = state.jobId().get();
        return new VideogenException(
                        ErrorKind.INTERRUPTED,
                        "interrupted",
                        "The build was interrupted. The job \"" + job + "\" of video \"" + state.name() + "\" runs on; "
                                + Advice.RUN_AGAIN + " to take it up.")
                .withJob(job);
    }

    static VideogenException offline(Order order) {
        return new VideogenException(
                ErrorKind.OFFLINE,
                "offline",
                "The video \"" + order.name()
                        + "\" is not in the store, and the build is offline. Nothing was sent; run it once online.");
    }

    /** A defect of ours or of a library, told as the failure of one video so that the others are not lost. */
    static VideogenException unexpected(Order order, Throwable cause) {
        return new VideogenException(
                ErrorKind.STORAGE,
                "internal_error",
                "The video \"" + order.name() + "\" stopped for a reason that should not happen (" + cause + "). "
                        + Advice.RUN_AGAIN.capital() + "; a job that was created is taken up.",
                cause);
    }

    private static VideogenException unknown(RenderState state, String why) {
        return new VideogenException(
                ErrorKind.UNKNOWN_OUTCOME,
                "unknown_outcome",
                "The submission of video \"" + state.name() + "\" left at "
                        + state.submittedAt().orElseThrow() + " for \"" + state.endpoint()
                        + "\", and its outcome is unknown: a job may exist and may have been paid; " + why
                        + " " + Advice.RUN_AGAIN.capital() + " to look for it; " + Advice.RESUBMIT
                        + ".");
    }

    private static String latest(Optional<RenderEvent.Retrying> trouble) {
        return trouble.map(what -> " Latest trouble: " + what.operation() + " failed (" + what.reason() + ").")
                .orElse("");
    }

    private static String written(Duration duration) {
        return duration.toString().substring(2).toLowerCase(java.util.Locale.ROOT);
    }
}
