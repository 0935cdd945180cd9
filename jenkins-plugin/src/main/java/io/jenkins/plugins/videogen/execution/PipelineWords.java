package io.jenkins.plugins.videogen.execution;

import io.videogen.core.advice.Advice;
import io.videogen.core.advice.HostWords;
import io.videogen.core.advice.Setting;

/** What users can do, as a pipeline says it. Agents that run {@code core} find it too. */
public final class PipelineWords implements HostWords {

    @Override
    public String name(Setting setting) {
        return setting == Setting.JOB_TIMEOUT ? "timeoutMinutes" : setting.word();
    }

    @Override
    public String phrase(Advice advice) {
        return switch (advice) {
            // That takes up the job even where builds share nothing.
            case RUN_AGAIN -> "retry the step in the same build";
            case RESUBMIT -> "to submit the video again, set resubmit: true";
            case LEAVE_JOB -> "set resubmit: true";
            case GIVE_TOKEN -> "set credentialsId, or bind the variable VIDEOGEN_TOKEN with withCredentials";
            case SLOW_DOWN -> "run the build later";
            // The step has no parameter for the one, and no lock files.
            case NAME_CLIP, RENDER_FIRST -> "";
        };
    }
}
