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
 * <p>Thread-safe; of threads that come at once one asks, and the others wait for what it hears.
 */
public final class ListPolling {

    /** A job that was given up by its build is asked for no more. */
    private static final Duration LONGEST_ABSENCE = Duration.ofMinutes(5);

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(1);
    /** What a list has told is fresh for this part of the time since the one before. */
    private static final int FRESH_PART = 4;

    private static final int MOST_REMEMBERED = 1_000;

    private final Duration shortest;
    private final Clock clock;
    private final ListTrust trust = new ListTrust();
    private final Map<String, Member> members = new LinkedHashMap<>();
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
    private long rounds;

    /** @param shortest wait between two lists */
    public ListPolling(Duration shortest, Clock clock) {
        this.shortest = shortest;
        this.clock = clock;
    }

    /** Counts a job that was just created, so that the next list is asked for it too. */
    synchronized void join(VideoRequest request, String jobId) {
        members.computeIfAbsent(jobId, id -> new Member()).comes(request, clock.instant());
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
        Member me = members.get(jobId);
        if (me == null || !trust.isWorthIt(members.size())) {
            return alone;
        }
        Instant now = clock.instant();
        boolean told = latest != null && me.round == latest;
        me.wait = alone;
        me.due = (told ? latest.at() : now).plus(alone);
        Instant meeting = me.due;
        for (Member other : members.values()) {
            // Who was not yet told by this list will be, and then wait about as long as the last time.
            boolean later = other.due != null && latest != null && other.round != latest;
            Instant due = later ? latest.at().plus(other.wait) : other.due;
            meeting = due != null && due.isBefore(meeting) ? due : meeting;
        }
        if (latest != null && meeting.isBefore(latest.at().plus(shortest))) {
            meeting = latest.at().plus(shortest);
        }
        Duration pause = Duration.between(now, meeting);
        return pause.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : pause;
    }

    private synchronized boolean isBelieved(String jobId) {
        return believed.remove(jobId) != null;
    }

    /** The round that answers the job; none where it is asked for by itself. */
    private synchronized Optional<ListRound> round(VideoRequest request, String jobId) {
        Instant now = clock.instant();
        Member me = members.computeIfAbsent(jobId, id -> new Member());
        me.comes(request, now);
        members.values().removeIf(member -> member.cameBefore(now.minus(LONGEST_ABSENCE)));
        if (!trust.isWorthIt(members.size())) {
            return Optional.empty();
        }
        if (latest == null || me.round == latest || !latest.serves(jobId, now)) {
            latest = open(now);
        }
        me.round = latest;
        return Optional.of(latest);
    }

    private ListRound open(Instant now) {
        rounds++;
        Map<String, VideoRequest> wanted = new LinkedHashMap<>(ended);
        members.forEach((id, member) -> wanted.put(id, member.request));
        Duration since = latest == null
                ? Duration.ZERO
                : Duration.between(latest.at(), now).dividedBy(FRESH_PART);
        Duration half = shortest.dividedBy(2);
        return new ListRound(now, since.compareTo(half) > 0 ? since : half, wanted, clock);
    }

    /** Whether this job's turn has come to be asked for by itself besides: it is one of those longest not asked so. */
    private synchronized boolean isCheckDue(ListRound round, String jobId) {
        Member me = members.get(jobId);
        int most = trust.checks(members.size(), rounds);
        // Mostly there are none left: then thousands of jobs need not be counted for each of them.
        if (me == null || round.checks() >= most) {
            return false;
        }
        long before = members.values().stream()
                .filter(other -> other.checkedIn < me.checkedIn)
                .count();
        if (before + round.checks() >= most) {
            return false;
        }
        me.checkedIn = rounds;
        round.countCheck();
        return true;
    }

    private ListOutcome ask(RemoteJobs jobs, ListRound round) throws InterruptedException {
        Instant start = clock.instant();
        ListOutcome outcome = jobs.pollTogether(round.wanted());
        Duration took = Duration.between(start, clock.instant());
        synchronized (this) {
            if (outcome instanceof ListOutcome.Told told) {
                trust.told(told, round.wanted().keySet(), took);
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
        return isCheckDue(round, jobId) || !isEnough(jobId, status) ? check(jobs, request, jobId, status) : seen;
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
        if (own instanceof PollOutcome.Seen seen && seen.snapshot().status().isFinal()) {
            synchronized (this) {
                members.remove(jobId);
            }
        }
        return own;
    }

    /** A job that is waited for. */
    private static final class Member {
        private VideoRequest request;
        private Instant came;
        private ListRound round;
        private Duration wait;
        private Instant due;
        private long checkedIn;

        void comes(VideoRequest of, Instant now) {
            request = of;
            came = now;
        }

        boolean cameBefore(Instant time) {
            return came.isBefore(time);
        }
    }
}
