package io.videogen.core.engine;

import io.videogen.core.download.ArtifactSink;
import io.videogen.core.remote.RemoteJobs;
import io.videogen.core.request.VideoRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Decides and does the next thing for one render: at most one remote operation a call. It holds no thread, and nothing
 * in its memory is needed to go on after a crash.
 *
 * <p>The host's loop is: {@code advance}, persist the state, wait, again. It must persist the state that comes back
 * before it calls {@code advance} with it; a submission leaves only for a state that this very machine handed out one
 * step before, and only once. A state in {@link Phase#SUBMITTING} that was read from disk therefore never submits: its
 * outcome is unknown, and it is looked up.
 *
 * <p>Thread-safe for different keys; the host keeps calls for one key apart.
 */
public final class RenderMachine {

    private final Submission submission;
    private final Waiting waiting;
    private final Fetching fetching;
    private final Clock clock;
    private final Set<String> armed = ConcurrentHashMap.newKeySet();

    /**
     * @param known whether a job id belongs to another render, so that a lost submission never adopts it
     */
    public RenderMachine(
            RemoteJobs remote,
            ArtifactSink sink,
            PollSchedule schedule,
            Duration pollInterval,
            Predicate<String> known,
            Clock clock,
            RandomGenerator random) {
        Backoff backoff = new Backoff(random);
        Memory memory = new Memory();
        this.clock = clock;
        this.waiting = new Waiting(remote, schedule, pollInterval, backoff, memory, clock);
        this.submission = new Submission(remote, waiting, backoff, known);
        this.fetching = new Fetching(remote, sink, waiting, backoff, memory);
    }

    /**
     * Does the next thing.
     *
     * @throws InterruptedException when the thread was interrupted; the state given stays the truth
     */
    public Advance advance(VideoRequest request, RenderState state) throws InterruptedException {
        return switch (state.phase()) {
            case PLANNED -> arm(state);
            case SUBMITTING ->
                armed.remove(state.submission().orElseThrow())
                        ? submission.submit(request, state)
                        : submission.lookUp(request, state);
            case WAITING -> waiting.poll(request, state);
            case DOWNLOADING -> fetching.fetch(request, state);
            case DONE, FAILED, UNKNOWN -> Advance.to(state, Duration.ZERO);
        };
    }

    private Advance arm(RenderState state) {
        // The key of a submission that provably did not arrive is kept: it is the same submission.
        String key = state.submission().orElseGet(RenderState::newSubmission);
        armed.add(key);
        RenderState next = state.change()
                .phase(Phase.SUBMITTING)
                .submission(key, clock.instant())
                .build();
        return Advance.to(next, Duration.ZERO);
    }
}
