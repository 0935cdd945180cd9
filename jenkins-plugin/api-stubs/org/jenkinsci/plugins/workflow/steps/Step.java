package org.jenkinsci.plugins.workflow.steps;

public abstract class Step extends hudson.model.AbstractDescribableImpl<Step> implements hudson.ExtensionPoint {
    @Override
    public StepDescriptor getDescriptor() {
        throw new UnsupportedOperationException("stub");
    }

    public abstract StepExecution start(StepContext context) throws Exception;
}
