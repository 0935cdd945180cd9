package io.jenkins.plugins.videogen.execution;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which job belongs to which record of a build of this Jenkins, so that a build that looks for its lost submission never
 * adopts the job of another.
 */
final class KnownJobs {
    private static final int MOST = 10_000;

    private static final Map<String, String> HOLDERS = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST;
        }
    };

    private KnownJobs() {}

    /** Takes a job for a record of a build; false when it is another's. Of two that try at once, one gets it. */
    static boolean claim(String jobId, String runId, String recordKey) {
        String holder = runId + " " + recordKey;
        synchronized (HOLDERS) {
            String before = HOLDERS.putIfAbsent(jobId, holder);
            return before == null || before.equals(holder);
        }
    }

    static boolean contains(String jobId) {
        synchronized (HOLDERS) {
            return HOLDERS.containsKey(jobId);
        }
    }
}
