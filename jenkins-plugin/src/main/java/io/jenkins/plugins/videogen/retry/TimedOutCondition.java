package io.jenkins.plugins.videogen.retry;

import hudson.Extension;
import io.jenkins.plugins.videogen.Messages;
import org.jenkinsci.Symbol;
import org.jenkinsci.plugins.workflow.flow.ErrorCondition;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code retry(conditions: [videoTimedOut()])}: the step stopped waiting for its job. */
public final class TimedOutCondition extends ErrorCondition {
    private static final long serialVersionUID = 1L;

    @DataBoundConstructor
    public TimedOutCondition() {}

    @Override
    public boolean test(Throwable error, StepContext context) {
        return GenerateVideoFailure.is(error, GenerateVideoFailure.Reason.TIMED_OUT);
    }

    /** Name of the condition. */
    @Extension(optional = true)
    @Symbol("videoTimedOut")
    public static final class DescriptorImpl extends ErrorConditionDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.TimedOutCondition_DisplayName();
        }
    }
}
