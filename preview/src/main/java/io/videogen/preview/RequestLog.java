package io.videogen.preview;

import io.videogen.preview.http.RecordedRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/** The newest requests; a server that runs for days must not grow. */
final class RequestLog {
    private static final int KEPT = 100_000;

    private final Deque<RecordedRequest> requests = new ArrayDeque<>();

    synchronized void add(RecordedRequest request) {
        if (requests.size() == KEPT) {
            requests.removeFirst();
        }
        requests.addLast(request);
    }

    synchronized List<RecordedRequest> all() {
        return List.copyOf(requests);
    }

    long count(Predicate<RecordedRequest> wanted) {
        return all().stream().filter(wanted).count();
    }
}
