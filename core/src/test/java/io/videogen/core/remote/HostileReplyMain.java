package io.videogen.core.remote;

import io.videogen.core.api.ApiName;
import io.videogen.core.api.VideoApis;
import io.videogen.core.http.Endpoint;
import io.videogen.core.http.HttpSettings;
import io.videogen.core.http.HttpTransport;
import io.videogen.core.request.Encoding;
import io.videogen.core.request.VideoRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Eight jobs of one build at once, in a small JVM of their own: prints what became of each poll. */
final class HostileReplyMain {

    static final int JOBS = 8;

    private HostileReplyMain() {}

    /** @param arguments the endpoint, and how often each job is polled */
    public static void main(String[] arguments) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(JOBS);
        try (HttpTransport transport = new HttpTransport(HttpSettings.defaults())) {
            HttpRemoteJobs jobs = new HttpRemoteJobs(
                    VideoApis.of(ApiName.OPENAI),
                    Endpoint.parse(arguments[0], false),
                    Optional.empty(),
                    transport,
                    Encoding.AUTO,
                    Optional.empty());
            VideoRequest request = VideoRequest.builder("A cat").build();
            for (int turn = Integer.parseInt(arguments[1]); turn > 0; turn--) {
                List<Callable<PollOutcome>> polls = new ArrayList<>();
                for (int job = 0; job < JOBS; job++) {
                    String id = "job-" + job;
                    polls.add(() -> jobs.poll(request, id));
                }
                List<PollOutcome> held = new ArrayList<>();
                for (Future<PollOutcome> poll : threads.invokeAll(polls)) {
                    held.add(poll.get());
                }
                held.forEach(outcome -> System.out.println(told(outcome)));
            }
        } finally {
            threads.shutdown();
        }
    }

    private static String told(PollOutcome outcome) {
        return outcome instanceof PollOutcome.Seen seen
                ? "Seen " + seen.snapshot().status()
                : outcome instanceof PollOutcome.Transient trouble
                        ? "Transient " + trouble.reason()
                        : outcome.toString();
    }
}
