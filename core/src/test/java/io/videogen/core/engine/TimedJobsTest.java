package io.videogen.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.videogen.core.remote.CancelOutcome;
import io.videogen.core.remote.CreateOutcome;
import io.videogen.core.remote.Lookup;
import io.videogen.core.remote.LookupOutcome;
import io.videogen.core.remote.PollOutcome;
import io.videogen.core.remote.RemoteJobs;
import io.videogen.core.request.VideoRequest;
import io.videogen.core.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimedJobsTest {

    private static final VideoRequest REQUEST = VideoRequest.builder("A cat").build();

    private final TestClock clock = new TestClock();
    private final List<Duration> bounds = new ArrayList<>();

    @Test
    void a_call_may_take_what_is_left_and_a_moment_when_nothing_is() throws Exception {
        Duration limit = Duration.ofSeconds(60);
        Deadline deadline = new Deadline(clock, clock.instant().plus(limit), limit);
        RemoteJobs jobs = new TimedJobs(new Recording(), deadline);

        jobs.create(REQUEST, "s");
        clock.pass(Duration.ofSeconds(20));
        jobs.poll(REQUEST, "j");
        clock.pass(Duration.ofSeconds(39));
        jobs.lookUp(REQUEST, new Lookup("s", Instant.EPOCH, Optional.empty(), id -> false));
        clock.pass(Duration.ofDays(1));
        jobs.poll(REQUEST, "j");

        assertThat(bounds)
                .containsExactly(Duration.ofSeconds(60), Duration.ofSeconds(40), TimedJobs.LEAST, TimedJobs.LEAST);
    }

    private final class Recording implements RemoteJobs {

        @Override
        public RemoteJobs within(Duration longest) {
            bounds.add(longest);
            return this;
        }

        @Override
        public CreateOutcome create(VideoRequest request, String submission) {
            return new CreateOutcome.Unknown("test");
        }

        @Override
        public PollOutcome poll(VideoRequest request, String jobId) {
            return new PollOutcome.Transient("test", Optional.empty());
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
}
