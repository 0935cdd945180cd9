package io.jenkins.plugins.videogen.execution;

import io.jenkins.plugins.videogen.Messages;

/** How users make a video in Jenkins, as far as they are told different things about it. */
public enum StepKind {
    /** {@code generateVideo}, which a {@code retry} may run again in the same build. */
    PIPELINE {
        @Override
        String fetches(String jobId) {
            return Messages.StepKind_PipelineFetches(jobId);
        }

        @Override
        String comesBackTo(String jobId, boolean shared) {
            return Messages.StepKind_Both(Messages.StepKind_PipelineTakesUp(), fetches(jobId));
        }
    },

    /** The build step of a freestyle job: a form. */
    BUILD_STEP {
        @Override
        String fetches(String jobId) {
            return Messages.StepKind_BuildStepFetches(jobId);
        }

        @Override
        String comesBackTo(String jobId, boolean shared) {
            return shared
                    ? Messages.StepKind_Both(Messages.StepKind_BuildStepTakesUp(), fetches(jobId))
                    : fetches(jobId);
        }
    };

    /** What fetches a job that a build has left. */
    abstract String fetches(String jobId);

    /**
     * All that goes on with a job that a build has waited for in vain.
     *
     * @param shared whether other builds join the job
     */
    abstract String comesBackTo(String jobId, boolean shared);
}
