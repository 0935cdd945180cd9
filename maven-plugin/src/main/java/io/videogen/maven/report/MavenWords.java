package io.videogen.maven.report;

import io.videogen.core.advice.Advice;
import io.videogen.core.advice.HostWords;
import io.videogen.core.advice.Setting;

/** What users can do, as Maven says it: every setting has a property. */
public final class MavenWords implements HostWords {

    @Override
    public String name(Setting setting) {
        return "videogen." + setting.word();
    }

    @Override
    public String phrase(Advice advice) {
        return switch (advice) {
            case RUN_AGAIN -> "run the same command again";
            case RESUBMIT -> "to submit the video again, name it in videogen.resubmit";
            case LEAVE_JOB -> "name the video in videogen.resubmit";
            case GIVE_TOKEN ->
                "name a server of settings.xml in videogen.serverId, or set the environment variable VIDEOGEN_TOKEN";
            case SLOW_DOWN -> "lower videogen.concurrency, or run the build again later";
            case NAME_CLIP -> "if the API hides the clip's URL, name its place with videogen.artifactPointer";
            case RENDER_FIRST -> "run videogen:generate with a real endpoint first";
        };
    }
}
