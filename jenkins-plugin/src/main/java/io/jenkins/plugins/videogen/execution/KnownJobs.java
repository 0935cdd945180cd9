package io.jenkins.plugins.videogen.execution;

import hudson.model.Run;
import io.videogen.core.engine.JobOwners;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which job belongs to which record of a build of this Jenkins, so that a build that looks for its lost submission never
 * adopts the job of another.
 *
 * @param holder the record that takes jobs
 */
record KnownJobs(String holder) implements JobOwners {
    private static final int MOST = 10_000;

    private static final Map<String, String> HOLDERS = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST;
        }
    };

    static KnownJobs of(Run<?, ?> run, String recordKey) {
        return new KnownJobs(run.getExternalizableId() + " " + recordKey);
    }

    @Override
    public boolean isTaken(String jobId) {
        synchronized (HOLDERS) {
            return HOLDERS.containsKey(jobId);
        }
    }

    @Override
    public boolean take(String jobId) {
        synchronized (HOLDERS) {
            String before = HOLDERS.putIfAbsent(jobId, holder);
            return before == null || before.equals(holder);
        }
    }
}
