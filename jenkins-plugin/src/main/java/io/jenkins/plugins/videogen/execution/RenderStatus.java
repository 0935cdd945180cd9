package io.jenkins.plugins.videogen.execution;

import io.jenkins.plugins.videogen.page.RunningVideo;
import io.videogen.core.engine.Phase;
import io.videogen.core.engine.RenderState;
import io.videogen.core.text.Said;
import java.util.Locale;

/** Where a render stands, for Jenkins' thread dump and for a restart that wants to be safe. */
final class RenderStatus {
    private RenderStatus() {}

    /** One phrase, such as {@code waiting for job vid_1, in_progress, 37 %}. */
    static String of(RenderProgress progress) {
        String text = progress.state;
        if (text == null) {
            return "preparing";
        }
        RenderState state = RenderState.fromJson(text);
        String job = state.jobId().map(id -> " for job " + id).orElse("");
        String word = state.statusWord().map(status -> ", " + status).orElse("");
        String percent = state.percent().isPresent() ? ", " + state.percent().getAsInt() + " %" : "";
        return state.phase().name().toLowerCase(Locale.ROOT) + job + word + percent;
    }

    /** The same for the page of the build. */
    static RunningVideo shown(VideoJob job, RenderState state) {
        String phase = state.phase().name().toLowerCase(Locale.ROOT);
        return new RunningVideo(
                job.name(),
                job.request().prompt(),
                state.jobId().orElse(null),
                state.phase() == Phase.WAITING
                        ? state.statusWord().map(Said::toString).orElse(phase)
                        : phase,
                state.percent().isPresent() ? (Integer) state.percent().getAsInt() : null);
    }

    /** Whether a request that costs money or a transfer may be under way. */
    static boolean isBusy(RenderProgress progress) {
        String text = progress.state;
        Phase phase = text == null ? Phase.PLANNED : RenderState.fromJson(text).phase();
        return phase == Phase.SUBMITTING || phase == Phase.DOWNLOADING;
    }
}
