package io.videogen.it.bench.poll;

import io.videogen.core.remote.CancelOutcome;
import io.videogen.core.remote.CreateOutcome;
import io.videogen.core.remote.ListOutcome;
import io.videogen.core.remote.Lookup;
import io.videogen.core.remote.LookupOutcome;
import io.videogen.core.remote.PollOutcome;
import io.videogen.core.remote.RemoteJobs;
import io.videogen.core.reply.JobSnapshot;
import io.videogen.core.reply.JobStatus;
import io.videogen.core.request.VideoRequest;
import io.videogen.core.text.Said;
import io.videogen.core.text.ServerText;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Jobs of known lengths at a server whose list has a style of its own. */
final class SimulatedJobs implements RemoteJobs {

    private static final int PAGE = 100;

    private final ListStyle style;
    private final VirtualClock clock;
    private final double[] lengths;
    private final double[] lastAsked;
    private final Instant start;
    private int lists;
    private long requests;

    SimulatedJobs(ListStyle style, VirtualClock clock, double[] lengths) {
        this.style = style;
        this.clock = clock;
        this.lengths = lengths;
        this.lastAsked = new double[lengths.length];
        this.start = clock.instant();
    }

    /** Questions for the state of jobs, one by one and together. */
    long requests() {
        return requests;
    }

    /** Of a fleet's own, for an old one's end may still be looked for. */
    String id(int job) {
        return start.toEpochMilli() + "-" + job;
    }

    private int number(String id) {
        return id.startsWith(start.toEpochMilli() + "-") ? Integer.parseInt(id.substring(id.indexOf('-') + 1)) : -1;
    }

    private double age() {
        return Duration.between(start, clock.instant()).toMillis() / 1000.0;
    }

    @Override
    public CreateOutcome create(VideoRequest request, String submission) {
        String id = id(Integer.parseInt(submission));
        return new CreateOutcome.Accepted(said(id), snapshot(id, JobStatus.QUEUED), Optional.empty());
    }

    @Override
    public PollOutcome poll(VideoRequest request, String jobId) {
        requests++;
        int job = number(jobId);
        lastAsked[job] = age();
        return new PollOutcome.Seen(snapshot(jobId, ListStyle.status(age(), lengths[job])), Optional.empty());
    }

    @Override
    public ListOutcome pollTogether(Map<String, VideoRequest> jobs) {
        if (style == ListStyle.NONE) {
            return new ListOutcome.NotPossible();
        }
        lists++;
        requests += (jobs.size() + PAGE - 1) / PAGE;
        if (style == ListStyle.BROKEN || style == ListStyle.FLAKY && lists % 2 == 0) {
            return new ListOutcome.Transient("HTTP 500", Optional.empty());
        }
        if (style == ListStyle.SLOW) {
            clock.pass(Duration.ofSeconds(10));
        }
        Map<String, PollOutcome.Seen> told = new HashMap<>();
        for (String id : jobs.keySet()) {
            int job = number(id);
            if (job >= 0) {
                style.tell(age(), lengths[job], job, lists, lastAsked[job])
                        .ifPresent(
                                status -> told.put(id, new PollOutcome.Seen(snapshot(id, status), Optional.empty())));
            }
        }
        return new ListOutcome.Told(told);
    }

    private static Said said(String word) {
        return ServerText.hiding(Optional.empty()).said(word, 100);
    }

    private static JobSnapshot snapshot(String id, JobStatus status) {
        return new JobSnapshot(
                Optional.of(said(id)),
                status,
                said(status.name()),
                OptionalDouble.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    @Override
    public LookupOutcome lookUp(VideoRequest request, Lookup lookup) {
        return new LookupOutcome.NoneFits();
    }

    @Override
    public CancelOutcome cancel(VideoRequest request, String jobId) {
        return CancelOutcome.NOT_POSSIBLE;
    }
}
