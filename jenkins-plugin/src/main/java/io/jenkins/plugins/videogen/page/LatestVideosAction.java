package io.jenkins.plugins.videogen.page;

import hudson.Extension;
import hudson.model.Action;
import hudson.model.InvisibleAction;
import hudson.model.Job;
import hudson.model.Run;
import java.util.Collection;
import java.util.List;
import jenkins.model.TransientActionFactory;

/** Shows on a job's page the clips of its last build that archived some. Never written down. */
public final class LatestVideosAction extends InvisibleAction {
    /** A page must not load the whole history of a job that makes no videos. */
    private static final int MOST_BUILDS = 10;

    private final Job<?, ?> job;

    LatestVideosAction(Job<?, ?> job) {
        this.job = job;
    }

    /** The clips, or {@code null} if none of the last builds has any. */
    public GeneratedVideosAction getLatest() {
        Run<?, ?> run = job.getLastBuild();
        for (int i = 0; run != null && i < MOST_BUILDS; i++) {
            GeneratedVideosAction videos = run.getAction(GeneratedVideosAction.class);
            if (videos != null && !videos.getVideos().isEmpty()) {
                return videos;
            }
            run = run.getPreviousBuild();
        }
        return null;
    }

    /** Adds it to every job. */
    @Extension
    @SuppressWarnings("rawtypes")
    public static final class Factory extends TransientActionFactory<Job> {
        @Override
        public Class<Job> type() {
            return Job.class;
        }

        @Override
        public Collection<? extends Action> createFor(Job target) {
            return List.of(new LatestVideosAction(target));
        }
    }
}
