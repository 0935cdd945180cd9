package io.videogen.core.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.videogen.core.reply.JobSnapshot;
import io.videogen.core.reply.JobStatus;
import io.videogen.core.request.VideoRequest;
import io.videogen.core.testing.TestClock;
import io.videogen.core.testing.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a list may say for a job, and what only the job itself may. */
@Timeout(30)
class ListPollingTest {

    private static final VideoRequest REQUEST =
            VideoRequest.builder("A lantern").build();
    private static final Duration SHORTEST = Duration.ofSeconds(2);

    private final TestClock clock = new TestClock();
    private final Jobs jobs = new Jobs();
    private final ListedJobs listed = new ListedJobs(jobs, new ListPolling(SHORTEST, clock));

    /** A job and what a list says of it. */
    private static final class Jobs implements RemoteJobs {
        private final Map<String, JobStatus> truth = new HashMap<>();
        private final Map<String, JobStatus> list = new HashMap<>();
        private final List<String> asked = new ArrayList<>();
        private int lists;
        private CountDownLatch asking = new CountDownLatch(0);
        private CountDownLatch reply = new CountDownLatch(0);

        void stand(String id, JobStatus status) {
            truth.put(id, status);
            list.put(id, status);
        }

        @Override
        public CreateOutcome create(VideoRequest request, String id) {
            stand(id, JobStatus.RUNNING);
            return new CreateOutcome.Accepted(Words.said(id), snapshot(id, JobStatus.QUEUED), Optional.empty());
        }

        @Override
        public synchronized PollOutcome poll(VideoRequest request, String jobId) {
            asked.add(jobId);
            return new PollOutcome.Seen(snapshot(jobId, truth.get(jobId)), Optional.empty());
        }

        @Override
        public ListOutcome pollTogether(Map<String, VideoRequest> wanted) throws InterruptedException {
            lists++;
            asking.countDown();
            reply.await();
            Map<String, PollOutcome.Seen> told = new HashMap<>();
            wanted.keySet().stream()
                    .filter(list::containsKey)
                    .forEach(id -> told.put(id, new PollOutcome.Seen(snapshot(id, list.get(id)), Optional.empty())));
            return new ListOutcome.Told(told);
        }

        @Override
        public LookupOutcome lookUp(VideoRequest request, Lookup lookup) {
            return new LookupOutcome.NoneFits();
        }

        @Override
        public CancelOutcome cancel(VideoRequest request, String jobId) {
            return CancelOutcome.NOT_POSSIBLE;
        }

        private static JobSnapshot snapshot(String id, JobStatus status) {
            return new JobSnapshot(
                    Optional.of(Words.said(id)),
                    status,
                    Words.said(status.name()),
                    OptionalDouble.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty());
        }
    }

    private void create(int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            listed.create(REQUEST, "job-" + i);
        }
    }

    private JobStatus status(String id) throws InterruptedException {
        return ((PollOutcome.Seen) listed.poll(REQUEST, id)).snapshot().status();
    }

    /** All jobs are asked for once; returns how many were asked for by themselves. */
    private int round(int count) throws InterruptedException {
        clock.pass(Duration.ofSeconds(10));
        int before = jobs.asked.size();
        for (int i = 0; i < count; i++) {
            if (jobs.truth.get("job-" + i) == JobStatus.RUNNING) {
                status("job-" + i);
            }
        }
        return jobs.asked.size() - before;
    }

    /** A list that has told of an end first, and told the truth. */
    private void prove(int count) throws InterruptedException {
        create(count);
        round(count);
        jobs.stand("job-0", JobStatus.COMPLETED);
        clock.pass(Duration.ofSeconds(10));
        status("job-0");
    }

    @Test
    void one_request_serves_all_that_come_together() throws Exception {
        prove(10);
        int lists = jobs.lists;

        int alone = round(10);

        assertThat(jobs.lists).isEqualTo(lists + 1);
        assertThat(alone).isLessThanOrEqualTo(1);
    }

    @Test
    void two_jobs_are_not_worth_a_list_that_is_not_proven() throws Exception {
        create(2);

        assertThat(round(2)).isEqualTo(2);
        assertThat(jobs.lists).isZero();
    }

    @Test
    void a_clock_that_is_set_back_ends_no_job() throws Exception {
        create(9);
        round(9);
        for (int job = 0; job < 9; job++) {
            listed.nextPoll("job-" + job, Duration.ofSeconds(10));
        }
        int lists = jobs.lists;
        clock.pass(Duration.ofMinutes(-10));

        round(9);

        assertThat(status("job-0")).isEqualTo(JobStatus.RUNNING);
        assertThat(jobs.lists).isGreaterThan(lists);
    }

    @Test
    void a_failure_is_only_believed_from_the_job_itself() throws Exception {
        prove(10);
        jobs.list.put("job-1", JobStatus.FAILED);
        clock.pass(Duration.ofSeconds(10));

        assertThat(status("job-1")).isEqualTo(JobStatus.RUNNING);
        assertThat(jobs.asked).endsWith("job-1");
    }

    @Test
    void a_completion_that_was_believed_and_is_none_ends_the_list() throws Exception {
        prove(10);
        jobs.list.put("job-1", JobStatus.COMPLETED);
        clock.pass(Duration.ofSeconds(10));
        int asked = jobs.asked.size();
        assertThat(status("job-1")).isEqualTo(JobStatus.COMPLETED);
        assertThat(jobs.asked).hasSize(asked);
        int lists = jobs.lists;

        // Its clip was not there, so its address is asked for again.
        assertThat(status("job-1")).isEqualTo(JobStatus.RUNNING);
        assertThat(round(10)).isEqualTo(9);
        assertThat(jobs.lists).isEqualTo(lists);
    }

    @Test
    void a_list_that_still_calls_running_what_has_told_its_end_is_dropped_with_the_next_one() throws Exception {
        create(9);
        round(9);
        jobs.truth.put("job-3", JobStatus.COMPLETED);
        for (int i = 0; i < 4 && !jobs.asked.contains("job-3"); i++) {
            clock.pass(Duration.ofSeconds(10));
            for (int job = 0; job < 9; job++) {
                status("job-" + job);
            }
        }
        int lists = jobs.lists;
        round(9);

        assertThat(round(9)).isEqualTo(8);
        assertThat(jobs.lists).isLessThanOrEqualTo(lists + 1);
    }

    @Test
    void jobs_meet_when_the_first_of_them_is_due() throws Exception {
        create(9);
        round(9);

        assertThat(listed.nextPoll("job-1", Duration.ofSeconds(15))).isEqualTo(Duration.ofSeconds(5));
        assertThat(listed.nextPoll("job-2", Duration.ofSeconds(90))).isEqualTo(Duration.ofSeconds(5));
        assertThat(listed.nextPoll("job-1", Duration.ofSeconds(120))).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void a_list_on_probation_is_asked_as_often_and_checked_no_more_for_that() throws Exception {
        create(9);
        assertThat(listed.nextPoll("job-8", Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(30));
        round(9);
        int alone = 0;
        for (int i = 0; i < 3; i++) {
            for (int job = 0; job < 9; job++) {
                assertThat(listed.nextPoll("job-" + job, Duration.ofSeconds(30)))
                        .isLessThanOrEqualTo(Duration.ofSeconds(10));
            }
            alone += round(9);
        }

        assertThat(jobs.lists).isEqualTo(4);
        assertThat(alone).isBetween(2, 3);
    }

    @Test
    void a_question_for_nine_is_asked_three_times_as_often() throws Exception {
        prove(10);
        clock.pass(Duration.ofSeconds(10));
        status("job-1");

        assertThat(listed.nextPoll("job-1", Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(10));
        assertThat(listed.nextPoll("job-1", Duration.ofSeconds(3))).isEqualTo(SHORTEST);
    }

    private final Set<String> known = new HashSet<>(Set.of("job-0"));

    /** All jobs that are not known to be over are asked for, after a wait that each would have had alone. */
    private int pass(int count) throws InterruptedException {
        int before = jobs.asked.size();
        clock.pass(Duration.ofSeconds(10));
        for (int i = 1; i < count; i++) {
            String id = "job-" + i;
            if (!known.contains(id) && status(id).isFinal()) {
                known.add(id);
            }
        }
        for (int i = 1; i < count; i++) {
            listed.nextPoll("job-" + i, Duration.ofSeconds(10));
        }
        return jobs.asked.size() - before;
    }

    @Test
    void a_list_that_froze_is_dropped_after_a_few_waits() throws Exception {
        prove(21);
        pass(21);
        for (int i = 1; i <= 5; i++) {
            jobs.truth.put("job-" + i, JobStatus.COMPLETED);
        }
        int waits = 0;
        // The job that was asked says so, and the next list does not.
        for (int lists = -1; lists != jobs.lists && waits < 40; waits++) {
            lists = jobs.lists;
            pass(21);
        }

        assertThat(waits).isBetween(3, 10);
        assertThat(known).hasSize(6);
    }

    @Test
    void jobs_that_all_take_longer_than_anybody_guessed_cost_few_questions() throws Exception {
        prove(101);
        int asked = 0;
        for (int i = 0; i < 50; i++) {
            asked += pass(101);
        }

        assertThat(asked).isBetween(50, 100 * 50 / 5);
        assertThat(jobs.lists).isGreaterThanOrEqualTo(50);
    }

    @Test
    void threads_that_come_at_once_wait_for_one_request() throws Exception {
        prove(10);
        clock.pass(Duration.ofSeconds(10));
        int lists = jobs.lists;
        jobs.asking = new CountDownLatch(1);
        jobs.reply = new CountDownLatch(1);
        List<FutureTask<JobStatus>> waiting = new ArrayList<>();
        for (int i = 1; i < 6; i++) {
            String id = "job-" + i;
            FutureTask<JobStatus> task = new FutureTask<>(() -> status(id));
            waiting.add(task);
            new Thread(task).start();
        }
        jobs.asking.await();
        jobs.reply.countDown();
        for (FutureTask<JobStatus> task : waiting) {
            assertThat(task.get()).isEqualTo(JobStatus.RUNNING);
        }

        assertThat(jobs.lists).isEqualTo(lists + 1);
    }

    @Test
    void when_the_one_that_asks_is_interrupted_another_one_does() throws Exception {
        prove(10);
        clock.pass(Duration.ofSeconds(10));
        jobs.asking = new CountDownLatch(1);
        jobs.reply = new CountDownLatch(1);
        FutureTask<JobStatus> first = new FutureTask<>(() -> status("job-1"));
        Thread asker = new Thread(first);
        asker.start();
        jobs.asking.await();
        FutureTask<JobStatus> second = new FutureTask<>(() -> status("job-2"));
        new Thread(second).start();
        asker.interrupt();
        asker.join();
        jobs.reply.countDown();

        assertThat(second.get()).isEqualTo(JobStatus.RUNNING);
        assertThat(first.isDone()).isTrue();
    }
}
