package io.jenkins.plugins.videogen.execution;

import io.videogen.core.advice.Advice;
import io.videogen.core.advice.HostWords;
import io.videogen.core.advice.Setting;

/** What users can do, as a pipeline says it and a form; one JVM has both. Agents that run {@code core} find it too. */
public final class PipelineWords implements HostWords {

    @Override
    public String name(Setting setting) {
        return setting == Setting.JOB_TIMEOUT ? "timeoutMinutes" : setting.word();
    }

    @Override
    public String phrase(Advice advice) {
        return switch (advice) {
            // The first takes up the job even where builds share nothing.
            case RUN_AGAIN -> "retry the step in the same build, or build again where builds share jobs";
            case RESUBMIT -> "to submit the video again, set resubmit: true (in a form, \"Resubmit\")";
            case LEAVE_JOB -> "set resubmit: true (in a form, \"Resubmit\")";
            case GIVE_TOKEN ->
                "set credentialsId (in a form, \"Credentials\"), or bind the variable VIDEOGEN_TOKEN to a secret text";
            case SLOW_DOWN -> "run the build later";
            // The step has no parameter for the one, and no lock files.
            case NAME_CLIP, RENDER_FIRST -> "";
        };
    }
}
