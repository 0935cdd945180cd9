package io.jenkins.plugins.videogen.execution;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** The context of a step whose build is in memory. */
final class FakeStepContext extends StepContext {
    private static final long serialVersionUID = 1L;

    final transient FakeBuild build;
    final transient CompletableFuture<Object> outcome = new CompletableFuture<>();
    transient Supplier<ListenableFuture<Void>> save = () -> Futures.immediateFuture(null);

    FakeStepContext(FakeBuild build) {
        this.build = build;
    }

    Object result() throws Exception {
        return outcome.get(30, TimeUnit.SECONDS);
    }

    boolean isOpen() {
        return !outcome.isDone();
    }

    Throwable failure() throws Exception {
        return outcome.handle((value, failure) -> failure).get(30, TimeUnit.SECONDS);
    }

    @Override
    public <T> T get(Class<T> key) throws IOException, InterruptedException {
        Object value = null;
        if (key == Run.class) {
            value = build.run();
        } else if (key == TaskListener.class) {
            value = build.listener();
        } else if (key == EnvVars.class) {
            value = build.env();
        } else if (key == FilePath.class) {
            value = build.node;
        }
        return key.cast(value);
    }

    @Override
    public void onSuccess(Object result) {
        outcome.complete(result);
    }

    @Override
    public void onFailure(Throwable failure) {
        outcome.completeExceptionally(failure);
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public ListenableFuture<Void> saveState() {
        return save.get();
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
