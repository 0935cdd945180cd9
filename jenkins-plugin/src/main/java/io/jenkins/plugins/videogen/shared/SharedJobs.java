package io.jenkins.plugins.videogen.shared;

import io.videogen.core.engine.RenderState;
import io.videogen.core.store.ClipStore;
import java.util.Optional;

/**
 * The jobs that builds of this Jenkins share: those of one account at one endpoint, in core's ledger, each under the lock
 * that core keeps two renders of one key apart with. A job outlives its build there.
 */
public final class SharedJobs {
    private final String name;
    private final ClipStore store;

    /** @param name tells these jobs from those of other accounts, in the memory of this process */
    SharedJobs(String name, ClipStore store) {
        this.name = name;
        this.store = store;
    }

    /**
     * One render's part in the job of a request.
     *
     * @param owner the render
     * @param build its build, as users know it
     */
    public SharedJob job(String key, String owner, String build) {
        return new SharedJob(name + " " + key, store, key, owner, build);
    }

    /** A job by its id, for whatever request. */
    public Optional<RenderState> of(String jobId) {
        return store.ledger().all().stream()
                .filter(state -> state.jobId().equals(Optional.of(jobId)))
                .findFirst();
    }
}
