package io.jenkins.plugins.videogen.retry;

import hudson.Extension;
import io.jenkins.plugins.videogen.Messages;
import org.jenkinsci.Symbol;
import org.jenkinsci.plugins.workflow.flow.ErrorCondition;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code retry(conditions: [videoRateLimited()])}: the API took no more jobs for as long as the step waited. */
public final class RateLimitedCondition extends ErrorCondition {
    private static final long serialVersionUID = 1L;

    @DataBoundConstructor
    public RateLimitedCondition() {}

    @Override
    public boolean test(Throwable error, StepContext context) {
        return GenerateVideoFailure.is(error, GenerateVideoFailure.Reason.RATE_LIMITED);
    }

    /** Name of the condition. */
    @Extension(optional = true)
    @Symbol("videoRateLimited")
    public static final class DescriptorImpl extends ErrorConditionDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.RateLimitedCondition_DisplayName();
        }
    }
}
