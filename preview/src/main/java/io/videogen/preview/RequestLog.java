package io.videogen.preview;

import io.videogen.preview.http.RecordedRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The newest requests; a server that runs for days must not grow. */
final class RequestLog {
    private static final int KEPT = 10_000;

    private final Map<String, Long> counts = new HashMap<>();
    private final Deque<RecordedRequest> requests = new ArrayDeque<>();

    synchronized void add(RecordedRequest request) {
        counts.merge(request.method(), 1L, Long::sum);
        if (requests.size() == KEPT) {
            requests.removeFirst();
        }
        requests.addLast(request);
    }

    synchronized List<RecordedRequest> all() {
        return List.copyOf(requests);
    }

    /** Of all requests, forgotten ones included. */
    synchronized long count(String method) {
        return counts.getOrDefault(method, 0L);
    }
}
