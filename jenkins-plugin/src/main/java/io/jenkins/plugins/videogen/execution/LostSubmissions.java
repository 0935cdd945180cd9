package io.jenkins.plugins.videogen.execution;

import io.videogen.core.engine.Phase;
import io.videogen.core.engine.RenderState;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which builds have sent a request and do not know its job, by request: of jobs that fit them all, each may take any. Filled by
 * what builds record, and by the records of builds that are loaded.
 */
final class LostSubmissions {
    /** As long as a job may take to appear in the API's list. */
    private static final Duration AT_ONCE = Duration.ofMinutes(10);

    private static final Map<String, Map<String, Instant>> BY_REQUEST = new LinkedHashMap<>();

    private LostSubmissions() {}

    /**
     * Takes note of where a build's record of a request stands.
     *
     * @param recordKey the request and its endpoint
     * @param holder the build's record
     */
    static synchronized void stands(String recordKey, String holder, RenderState state) {
        boolean lost = state.jobId().isEmpty() && (state.phase() == Phase.SUBMITTING || state.phase() == Phase.UNKNOWN);
        Map<String, Instant> holders = BY_REQUEST.computeIfAbsent(recordKey, first -> new LinkedHashMap<>());
        if (lost) {
            holders.put(holder, state.submittedAt().orElse(Instant.EPOCH));
        } else {
            holders.remove(holder);
        }
        if (holders.isEmpty()) {
            BY_REQUEST.remove(recordKey);
        }
    }

    /** How many have lost theirs at about the same time, the one that asks counted. */
    static synchronized int count(String recordKey, RenderState asking) {
        Instant at = asking.submittedAt().orElse(Instant.EPOCH);
        long many = BY_REQUEST.getOrDefault(recordKey, Map.of()).values().stream()
                .filter(other -> Duration.between(at, other).abs().compareTo(AT_ONCE) <= 0)
                .count();
        return Math.max(1, (int) many);
    }
}
