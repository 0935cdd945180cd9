package io.jenkins.plugins.videogen.execution;

import hudson.model.Run;
import io.videogen.core.engine.JobOwners;
import io.videogen.core.engine.RenderState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Which job belongs to which record of a build of this Jenkins, so that a build that looks for its lost submission never
 * adopts the job of another.
 *
 * @param holder what takes jobs: the record of a build, or the request that builds share
 * @param recordKey the request and its endpoint
 * @param recorded jobs of builds that are not in memory
 */
record BuildJobOwners(String holder, String recordKey, Predicate<String> recorded) implements JobOwners {
    private static final int MOST = 10_000;

    private static final Map<String, String> HOLDERS = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST;
        }
    };

    static BuildJobOwners of(Run<?, ?> run, String recordKey) {
        return new BuildJobOwners(run.getExternalizableId() + " " + recordKey, recordKey, jobId -> false);
    }

    @Override
    public boolean isTaken(String jobId) {
        synchronized (HOLDERS) {
            if (HOLDERS.containsKey(jobId)) {
                return true;
            }
        }
        return recorded.test(jobId);
    }

    @Override
    public int lost(RenderState asking) {
        return LostSubmissions.count(recordKey, asking);
    }

    @Override
    public Claim take(String jobId) {
        synchronized (HOLDERS) {
            String before = HOLDERS.putIfAbsent(jobId, holder);
            return Claim.of(before == null || before.equals(holder));
        }
    }
}
