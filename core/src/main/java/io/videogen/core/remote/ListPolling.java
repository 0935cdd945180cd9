package io.videogen.core.remote;

import io.videogen.core.reply.JobStatus;
import io.videogen.core.request.VideoRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The jobs of this process at one endpoint, as far as one question can be asked for all of them. When the first of them is
 * due, one request asks for all, and what it tells serves those that come right after; then all are told to come back
 * together, when the first of them is due again. A list is only believed where {@link ListTrust} says so, and nothing but
 * a job itself can say that it failed.
 *
 * <p>What has to look at all jobs is done once for each list, and not for each job that it answers.
 *
 * <p>Thread-safe; of threads that come at once one asks, and the others wait for what it hears.
 */
public final class ListPolling {

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(1);
    /** What a list has told is fresh for this part of the time since the one before. */
    private static final int FRESH_PART = 4;

    private static final int MOST_REMEMBERED = 1_000;

    private final Duration shortest;
    private final Clock clock;
    private final ListTrust trust = new ListTrust();
    private final ListMembers members = new ListMembers();
    private final ListChecks checks = new ListChecks();
    /** Jobs that told their end themselves, and that the next list is to show. */
    private final Map<String, VideoRequest> ended = new LinkedHashMap<>();
    /** Jobs whose end is known from a list alone. */
    private final Map<String, Boolean> believed = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    private ListRound latest;

    /** @param shortest wait between two lists */
    public ListPolling(Duration shortest, Clock clock) {
        this.shortest = shortest;
        this.clock = clock;
    }

    /** Counts a job that was just created, so that the next list is asked for it too. */
    synchronized void join(VideoRequest request, String jobId) {
        members.comes(jobId, request, clock.instant());
    }

    /** Finds out how a job stands, from the list or by itself. */
    PollOutcome poll(RemoteJobs jobs, VideoRequest request, String jobId) throws InterruptedException {
        if (isBelieved(jobId)) {
            // It was taken for completed, and its clip was not there.
            return check(jobs, request, jobId, JobStatus.COMPLETED);
        }
        Optional<ListRound> joined = round(request, jobId);
        while (joined.isPresent()) {
            ListRound round = joined.get();
            Optional<ListOutcome> outcome = round.outcome(() -> ask(jobs, round));
            if (outcome.isPresent()) {
                return answer(jobs, request, jobId, round, outcome.get());
            }
            // Whoever asked was interrupted: somebody else has to.
            joined = round(request, jobId);
        }
        return alone(jobs, request, jobId);
    }

    /** When a job comes back that would be asked for alone after {@code alone}. */
    synchronized Duration next(String jobId, Duration alone) {
        Optional<ListMember> member = members.find(jobId);
        if (member.isEmpty() || !isWorthIt()) {
            return alone;
        }
        ListMember me = member.get();
        Instant now = clock.instant();
        boolean told = latest != null && me.isToldBy(latest);
        // Whether there is a list at all is not known before the first: for that one nobody comes sooner.
        Duration pause = latest == null ? alone : together(alone);
        Instant meeting = members.meeting(me, told ? latest.at() : now, alone, pause);
        if (latest != null && meeting.isBefore(latest.at().plus(shortest))) {
            meeting = latest.at().plus(shortest);
        }
        Duration left = Duration.between(now, meeting);
        return left.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : left;
    }

    /** A question that answers for n jobs is worth asking root n times as often as one that answers for one. */
    private Duration together(Duration alone) {
        Duration pause = Duration.ofNanos((long) (alone.toNanos() / Math.sqrt(members.size())));
        return pause.compareTo(shortest) < 0 ? shortest : pause;
    }

    private synchronized boolean isBelieved(String jobId) {
        return believed.remove(jobId) != null;
    }

    private boolean isWorthIt() {
        if (trust.isDropped()) {
            // Nobody will look after them any more.
            members.clear();
        }
        return trust.isWorthIt(members.size());
    }

    /** The round that answers the job; none where it is asked for by itself. */
    private synchronized Optional<ListRound> round(VideoRequest request, String jobId) {
        Instant now = clock.instant();
        ListMember me = members.comes(jobId, request, now);
        if (!isWorthIt()) {
            return Optional.empty();
        }
        if (latest == null || me.isToldBy(latest) || !latest.serves(jobId, now)) {
            latest = open(now);
        }
        me.isTold(latest);
        return Optional.of(latest);
    }

    private ListRound open(Instant now) {
        members.open(now);
        Map<String, VideoRequest> wanted = new LinkedHashMap<>(ended);
        members.all().forEach(member -> wanted.put(member.jobId(), member.request()));
        Duration since = latest == null
                ? Duration.ZERO
                : Duration.between(latest.at(), now).dividedBy(FRESH_PART);
        Duration half = shortest.dividedBy(2);
        return new ListRound(now, since.compareTo(half) > 0 ? since : half, wanted, clock);
    }

    private ListOutcome ask(RemoteJobs jobs, ListRound round) throws InterruptedException {
        Instant start = clock.instant();
        ListOutcome outcome = jobs.pollTogether(round.wanted());
        Duration took = Duration.between(start, clock.instant());
        synchronized (this) {
            if (outcome instanceof ListOutcome.Told told) {
                int ends = trust.told(told, round.wanted().keySet(), took);
                checks.told(members.all(), ends);
                round.toBeChecked(checks.choose(members.all(), trust.isProven()));
            } else if (outcome instanceof ListOutcome.Transient) {
                trust.failed();
            } else {
                trust.drop();
            }
            ended.keySet().removeAll(round.wanted().keySet());
        }
        return outcome;
    }

    private PollOutcome answer(
            RemoteJobs jobs, VideoRequest request, String jobId, ListRound round, ListOutcome outcome)
            throws InterruptedException {
        if (isDropped()) {
            return alone(jobs, request, jobId);
        }
        if (outcome instanceof ListOutcome.Transient trouble) {
            return new PollOutcome.Transient(trouble.reason(), trouble.retryAfter());
        }
        PollOutcome.Seen seen =
                outcome instanceof ListOutcome.Told told ? told.jobs().get(jobId) : null;
        if (seen == null) {
            return alone(jobs, request, jobId);
        }
        JobStatus status = seen.snapshot().status();
        return round.isToBeChecked(jobId) || !isEnough(jobId, status) ? check(jobs, request, jobId, status) : seen;
    }

    /** Whether the list's word will do. A clip that is not there after all is found out; a failure would be final. */
    private synchronized boolean isEnough(String jobId, JobStatus status) {
        if (status == JobStatus.COMPLETED && trust.isProven()) {
            members.remove(jobId);
            believed.put(jobId, true);
            return true;
        }
        return !status.isFinal();
    }

    private synchronized boolean isDropped() {
        return trust.isDropped();
    }

    private PollOutcome check(RemoteJobs jobs, VideoRequest request, String jobId, JobStatus listed)
            throws InterruptedException {
        PollOutcome own = alone(jobs, request, jobId);
        synchronized (this) {
            trust.compare(jobId, listed, own);
            if (trust.isWitness(jobId)) {
                ended.put(jobId, request);
            }
        }
        return own;
    }

    private PollOutcome alone(RemoteJobs jobs, VideoRequest request, String jobId) throws InterruptedException {
        PollOutcome own = jobs.poll(request, jobId);
        if (own instanceof PollOutcome.Seen seen) {
            synchronized (this) {
                members.find(jobId).ifPresent(checks::checked);
                if (seen.snapshot().status().isFinal()) {
                    members.remove(jobId);
                }
            }
        }
        return own;
    }
}
