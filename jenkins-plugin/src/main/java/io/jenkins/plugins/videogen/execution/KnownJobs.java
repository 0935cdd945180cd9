package io.jenkins.plugins.videogen.execution;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Ids of jobs that builds of this Jenkins have, so that a build that looks for its lost submission never adopts the job
 * of another.
 */
final class KnownJobs {
    private static final int MOST = 10_000;

    private static final Set<String> IDS = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
    }));

    private KnownJobs() {}

    static void add(String jobId) {
        if (jobId != null) {
            IDS.add(jobId);
        }
    }

    static boolean contains(String jobId) {
        return IDS.contains(jobId);
    }
}
