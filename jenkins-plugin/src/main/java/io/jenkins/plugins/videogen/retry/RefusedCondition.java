package io.jenkins.plugins.videogen.retry;

import hudson.Extension;
import io.jenkins.plugins.videogen.Messages;
import org.jenkinsci.Symbol;
import org.jenkinsci.plugins.workflow.flow.ErrorCondition;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code retry(conditions: [videoRefused()])}: the API refused the request, but not for its content. */
public final class RefusedCondition extends ErrorCondition {
    private static final long serialVersionUID = 1L;

    @DataBoundConstructor
    public RefusedCondition() {}

    @Override
    public boolean test(Throwable error, StepContext context) {
        return GenerateVideoFailure.is(error, GenerateVideoFailure.Reason.REFUSED);
    }

    /** Name of the condition. */
    @Extension(optional = true)
    @Symbol("videoRefused")
    public static final class DescriptorImpl extends ErrorConditionDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.RefusedCondition_DisplayName();
        }
    }
}
