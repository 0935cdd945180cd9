package io.videogen.core.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.engine.Phase;
import io.videogen.core.engine.RenderState;
import io.videogen.core.shared.MemoryStorage.Trouble;
import io.videogen.core.testing.TestClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedEntryTest {

    private static final Duration LONG = Machines.TIMES.silence().plusSeconds(1);

    private final TestClock clock = new TestClock();
    private Machines machines;
    private SharedEntry first;
    private SharedEntry second;

    @TempDir
    Path folder;

    @BeforeEach
    void start() {
        machines = new Machines(folder);
        first = machines.run("one", clock).entry(States.KEY);
        second = machines.run("two", clock).entry(States.KEY);
    }

    @Test
    void of_two_that_want_to_submit_one_may() throws InterruptedException {
        assertThat(look(first)).isEqualTo(Course.SUBMIT);
        assertThat(look(second)).isEqualTo(Course.SUBMIT);

        assertThat(first.record(States.submitting("a"))).isTrue();
        assertThat(second.record(States.submitting("b"))).isFalse();

        int before = machines.storage.calls.size();
        assertThat(look(second)).isEqualTo(Course.WAIT);
        assertThat(second.holder().orElseThrow().build()).isEqualTo("build of one");
        // The claim that was lost has shown it, the first time.
        assertThat(machines.storage.calls).hasSize(before);
        assertThat(look(second)).isEqualTo(Course.WAIT);
        assertThat(machines.storage.calls).hasSize(before + 1);
    }

    @Test
    void a_holder_that_beats_is_never_taken_for_dead() throws InterruptedException {
        submit(first, "a");
        for (int beats = 0; beats < 20; beats++) {
            assertThat(look(second)).isEqualTo(Course.WAIT);
            clock.pass(Machines.TIMES.silence().minusSeconds(1));
            assertThat(first.beat()).isTrue();
        }
        assertThat(look(second)).isEqualTo(Course.WAIT);
    }

    @Test
    void a_silent_holder_is_succeeded_by_one() throws InterruptedException {
        submit(first, "a");
        first.record(States.waiting("a", "job-1"));
        SharedEntry third = machines.run("three", clock).entry(States.KEY);
        look(second);
        look(third);
        clock.pass(LONG);

        assertThat(look(second)).isEqualTo(Course.TAKE_OVER);
        assertThat(look(third)).isEqualTo(Course.TAKE_OVER);
        assertThat(second.takeOver(second.state().orElseThrow().reopened())).isTrue();
        assertThat(third.takeOver(third.state().orElseThrow().reopened())).isFalse();

        assertThat(second.state().flatMap(RenderState::jobId)).hasValue("job-1");
        assertThat(look(third)).isEqualTo(Course.WAIT);
        assertThat(first.beat()).isFalse();
        assertThat(look(first)).isEqualTo(Course.WAIT);
    }

    @Test
    void clocks_of_other_machines_count_for_nothing() throws InterruptedException {
        TestClock ahead = new TestClock();
        ahead.pass(Duration.ofHours(1));
        SharedEntry fast = machines.run("fast", ahead).entry(States.KEY);
        submit(first, "a");

        assertThat(look(fast)).isEqualTo(Course.WAIT);
        ahead.pass(Duration.ofSeconds(30));
        assertThat(look(fast)).isEqualTo(Course.WAIT);
    }

    @Test
    void the_next_run_of_the_same_machine_need_not_wait_for_its_dead_one() throws InterruptedException {
        submit(first, "a");
        first.record(States.waiting("a", "job-1"));

        SharedEntry next = machines.run("one", clock).entry(States.KEY);

        assertThat(look(next)).isEqualTo(Course.TAKE_OVER);
        assertThat(next.takeOver(next.state().orElseThrow().reopened())).isTrue();
        assertThat(first.record(States.waiting("a", "job-1"))).isFalse();
        // The copy of a cache that has the old mark: the new holder is not its own.
        SharedEntry copy = machines.run("two", clock).entry(States.KEY);
        assertThat(look(copy)).isEqualTo(Course.WAIT);
    }

    @Test
    void a_job_that_was_let_go_of_is_free_at_once() throws InterruptedException {
        submit(first, "a");
        first.record(States.waiting("a", "job-1"));
        first.letGo(Optional.of(States.waiting("a", "job-1")));

        assertThat(look(second)).isEqualTo(Course.TAKE_OVER);
    }

    @Test
    void what_never_left_is_free_for_a_new_submission() throws InterruptedException {
        submit(first, "a");
        first.withdraw(Optional.of(States.submitting("a")));

        assertThat(look(second)).isEqualTo(Course.SUBMIT);
        assertThat(second.record(States.submitting("b"))).isTrue();
    }

    @Test
    void a_late_reply_reaches_the_one_who_looks_for_the_job() throws InterruptedException {
        submit(first, "a");
        look(second);
        clock.pass(LONG);
        look(second);
        second.takeOver(second.state().orElseThrow().reopened());

        assertThat(first.record(States.waiting("a", "job-1"))).isTrue();

        assertThat(second.record(States.of(Phase.UNKNOWN, "a", ""))).isFalse();
        assertThat(look(second)).isEqualTo(Course.WAIT);
        assertThat(second.state().flatMap(RenderState::jobId)).hasValue("job-1");
    }

    @Test
    void a_late_reply_reaches_the_others_though_a_heartbeat_has_met_them() throws InterruptedException {
        submit(first, "a");
        look(second);
        clock.pass(LONG);
        look(second);
        second.takeOver(second.state().orElseThrow().reopened());
        assertThat(first.beat()).isFalse();

        assertThat(first.record(States.waiting("a", "job-1"))).isTrue();

        clock.pass(LONG);
        look(second);
        assertThat(second.state().flatMap(RenderState::jobId)).hasValue("job-1");
    }

    @Test
    void a_late_reply_does_not_undo_what_the_user_resubmitted() throws InterruptedException {
        submit(first, "a");
        look(second);
        clock.pass(LONG);
        look(second);
        second.takeOver(second.state().orElseThrow().reopened());
        second.letGo(Optional.of(States.of(Phase.UNKNOWN, "a", "")));
        assertThat(second.look(false, false)).isEqualTo(Course.TAKE_OVER);
        assertThat(second.look(false, true)).isEqualTo(Course.SUBMIT);
        assertThat(second.record(States.submitting("b"))).isTrue();

        assertThat(first.record(States.waiting("a", "job-1"))).isFalse();
        assertThat(second.record(States.waiting("b", "job-2"))).isTrue();
    }

    @Test
    void a_heartbeat_that_meets_another_holder_gives_no_leave_to_submit() throws InterruptedException {
        submit(first, "a");
        // The submission met nobody, and waits for its next try.
        first.record(States.of(Phase.PLANNED, "a", ""));
        look(second);
        clock.pass(LONG);
        submit(second, "b");

        assertThat(first.beat()).isFalse();
        assertThat(first.record(States.submitting("a"))).isFalse();
        assertThat(second.record(States.waiting("b", "job-2"))).isTrue();
    }

    @Test
    void who_lets_go_takes_nothing_of_what_the_others_know() throws InterruptedException {
        submit(first, "a");
        first.record(States.waiting("a", "job-1"));
        first.letGo(Optional.empty());

        assertThat(look(second)).isEqualTo(Course.TAKE_OVER);
        assertThat(second.state().flatMap(RenderState::jobId)).hasValue("job-1");
    }

    @Test
    void a_claim_that_took_long_is_looked_at_again_before_the_submission() throws InterruptedException {
        look(first);
        look(second);
        machines.storage.afterCall = new Runnable() {
            private boolean slept;

            @Override
            public void run() {
                if (!slept
                        && machines.storage.text("jobs/" + States.KEY + ".json").isPresent()) {
                    slept = true;
                    clock.pass(LONG);
                    takeOverBySecond();
                }
            }
        };

        assertThat(first.record(States.submitting("a"))).isTrue();
        assertThat(first.isStillOurs()).isFalse();
        assertThat(second.isHeld()).isTrue();
    }

    @Test
    void a_fresh_claim_needs_no_second_look() throws InterruptedException {
        submit(first, "a");
        int before = machines.storage.calls.size();

        assertThat(first.isStillOurs()).isTrue();
        assertThat(machines.storage.calls).hasSize(before);

        clock.pass(Machines.TIMES.claimIsFresh().plusSeconds(1));
        assertThat(first.isStillOurs()).isTrue();
        assertThat(machines.storage.calls).hasSize(before + 1);
    }

    @Test
    void a_heartbeat_brings_what_an_outage_kept_from_the_store() throws InterruptedException {
        submit(first, "a");
        machines.storage.weather = (call, name) -> Trouble.LOST_REQUEST;
        assertThatThrownBy(() -> first.record(States.waiting("a", "job-1"))).isInstanceOf(VideogenException.class);
        machines.storage.weather = (call, name) -> Trouble.NONE;

        assertThat(first.beat()).isTrue();

        look(second);
        assertThat(second.state().flatMap(RenderState::jobId)).hasValue("job-1");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_claim_that_the_storage_did_not_let_go_of_is_taken_back_at_the_next_chance(boolean beats)
            throws InterruptedException {
        submit(first, "a");
        loseRequests(() -> first.withdraw(Optional.of(States.submitting("a"))));

        if (beats) {
            first.beat();
        } else {
            first.letGo(Optional.empty());
        }

        assertThat(first.isHeld()).isFalse();
        assertThat(look(second)).isEqualTo(Course.SUBMIT);
        assertThat(second.record(States.submitting("b"))).isTrue();
    }

    @Test
    void a_machine_remembers_that_nothing_was_sent_and_the_others_can_not_know() throws InterruptedException {
        submit(first, "a");
        loseRequests(() -> first.withdraw(Optional.of(States.submitting("a"))));

        assertThat(look(second)).isEqualTo(Course.WAIT);
        clock.pass(LONG);
        assertThat(look(second)).isEqualTo(Course.TAKE_OVER);
        assertThat(look(next())).isEqualTo(Course.SUBMIT);
        assertThat(second.takeOver(second.state().orElseThrow().reopened())).isTrue();
        assertThat(look(next())).isEqualTo(Course.WAIT);
        second.letGo(Optional.of(States.of(Phase.UNKNOWN, "a", "")));
        assertThat(look(second)).isEqualTo(Course.TAKE_OVER);
        SharedEntry again = next();
        assertThat(look(again)).isEqualTo(Course.SUBMIT);
        assertThat(again.record(States.submitting("b"))).isTrue();
        assertThat(look(next())).as("of the next submission nothing is known").isEqualTo(Course.TAKE_OVER);
    }

    @Test
    void a_job_that_was_found_for_what_counts_as_not_sent_is_followed() throws InterruptedException {
        submit(first, "a");
        loseRequests(() -> first.withdraw(Optional.of(States.submitting("a"))));
        look(second);
        clock.pass(LONG);
        look(second);
        second.takeOver(second.state().orElseThrow().reopened());
        second.letGo(Optional.of(States.waiting("a", "job-1")));

        assertThat(look(next())).isEqualTo(Course.TAKE_OVER);
    }

    @Test
    void a_claim_that_may_have_arrived_holds_up_no_later_run_of_its_machine() throws InterruptedException {
        look(first);
        machines.storage.weather = (call, name) -> !name.startsWith("jobs/")
                ? Trouble.NONE
                : call.equals("claim") ? Trouble.LOST_REPLY : Trouble.LOST_REQUEST;
        assertThatThrownBy(() -> first.record(States.submitting("a"))).isInstanceOf(VideogenException.class);
        first.withdraw(Optional.of(States.submitting("a")));
        machines.storage.weather = (call, name) -> Trouble.NONE;

        assertThat(look(next())).isEqualTo(Course.SUBMIT);
    }

    @Test
    void what_did_not_arrive_is_free_though_the_storage_heard_of_it_late() throws InterruptedException {
        submit(first, "a");
        loseRequests(() -> first.record(States.of(Phase.PLANNED, "a", "")));
        assertThat(look(next())).isEqualTo(Course.SUBMIT);

        first.letGo(Optional.empty());

        assertThat(look(second)).isEqualTo(Course.SUBMIT);
    }

    @Test
    void a_failure_is_told_though_the_storage_heard_of_it_late() throws InterruptedException {
        submit(first, "a");
        loseRequests(() -> first.letGo(Optional.of(States.of(Phase.FAILED, "a", ""))));

        first.letGo(Optional.empty());

        assertThat(look(second)).isEqualTo(Course.SUBMIT);
    }

    /** A later run on the machine of the first. */
    private SharedEntry next() {
        return machines.run("one", clock).entry(States.KEY);
    }

    private void loseRequests(ThrowableAssert.ThrowingCallable action) {
        machines.storage.weather = (call, name) -> Trouble.LOST_REQUEST;
        assertThatThrownBy(action).isInstanceOf(VideogenException.class);
        machines.storage.weather = (call, name) -> Trouble.NONE;
    }

    private void takeOverBySecond() {
        try {
            look(second);
            clock.pass(LONG);
            assertThat(look(second)).isEqualTo(Course.TAKE_OVER);
            assertThat(second.takeOver(second.state().orElseThrow().reopened())).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_claim_whose_every_reply_is_lost_is_an_error_and_no_leave() throws InterruptedException {
        look(first);
        machines.storage.weather = (call, name) -> name.startsWith("jobs/") ? Trouble.LOST_REQUEST : Trouble.NONE;

        assertThatThrownBy(() -> first.record(States.submitting("a")))
                .isInstanceOfSatisfying(VideogenException.class, error -> assertThat(error.code())
                        .isEqualTo("shared_store_unreachable"));
        assertThat(first.isHeld()).isFalse();
    }

    @Test
    void who_waited_for_a_job_that_fails_reports_it_and_the_next_build_buys_anew() throws InterruptedException {
        submit(first, "a");
        assertThat(look(second)).isEqualTo(Course.WAIT);
        first.record(States.of(Phase.FAILED, "a", "job-1"));
        first.letGo(Optional.of(States.of(Phase.FAILED, "a", "job-1")));

        assertThat(look(second)).isEqualTo(Course.REPORT);
        assertThat(look(machines.run("three", clock).entry(States.KEY))).isEqualTo(Course.SUBMIT);
    }

    @Test
    void a_record_that_can_not_be_read_is_an_error_and_never_absent() throws InterruptedException {
        submit(first, "a");
        machines.storage.damage("jobs/" + States.KEY + ".json");

        assertThatThrownBy(() -> look(second)).hasMessageContaining("may have been paid");
    }

    @Test
    void a_record_that_can_not_be_read_is_not_written_over_by_who_held_it() throws InterruptedException {
        submit(first, "a");
        machines.storage.damage("jobs/" + States.KEY + ".json");
        String damaged = machines.storage.text("jobs/" + States.KEY + ".json").orElseThrow();

        assertThatThrownBy(() -> first.beat()).hasMessageContaining("may have been paid");
        assertThatThrownBy(() -> first.beat()).hasMessageContaining("may have been paid");

        assertThat(machines.storage.text("jobs/" + States.KEY + ".json")).hasValue(damaged);
    }

    @Test
    void of_an_end_that_is_told_a_list_tells_and_the_record_decides() throws InterruptedException {
        waitWithLists();
        List<String> calls = machines.storage.calls;
        calls.clear();

        assertThat(second.awaitsNews()).isTrue();
        clock.pass(Duration.ofSeconds(5));
        assertThat(second.awaitsNews()).isTrue();
        assertThat(calls).hasSize(2).allMatch(call -> call.startsWith("list ended/"));

        first.keep(Clips.of(States.waiting("a", "job-1")));
        assertThat(second.awaitsNews()).as("the list of a moment ago").isTrue();
        clock.pass(Duration.ofSeconds(2));
        assertThat(second.awaitsNews()).isFalse();
        assertThat(look(second)).isEqualTo(Course.TAKE_CLIP);
    }

    @Test
    void a_note_that_says_too_much_costs_one_look() throws InterruptedException {
        waitWithLists();
        machines.storage.claim(EndNotes.name(second.holder().orElseThrow(), States.KEY), new byte[0]);

        assertThat(second.awaitsNews()).isFalse();
        assertThat(look(second)).isEqualTo(Course.WAIT);
        clock.pass(Duration.ofSeconds(3));
        assertThat(second.awaitsNews()).isTrue();
    }

    @Test
    void a_silent_holder_is_found_though_no_note_tells_of_it() throws InterruptedException {
        waitWithLists();
        Duration silent = Duration.ZERO;
        Course course = Course.WAIT;
        while (course == Course.WAIT) {
            clock.pass(Duration.ofSeconds(2));
            silent = silent.plusSeconds(2);
            course = second.awaitsNews() ? Course.WAIT : look(second);
        }

        assertThat(course).isEqualTo(Course.TAKE_OVER);
        assertThat(silent)
                .isBetween(
                        Machines.TIMES.silence(),
                        Machines.TIMES.silence().multipliedBy(4).dividedBy(3).plusSeconds(4));
    }

    @Test
    void a_holder_that_beats_is_not_taken_for_dead_by_who_goes_by_lists() throws InterruptedException {
        waitWithLists();
        for (int seconds = 0; seconds < 600; seconds += 2) {
            clock.pass(Duration.ofSeconds(2));
            if (seconds % Machines.TIMES.heartbeat().toSeconds() == 0) {
                assertThat(first.beat()).isTrue();
            }
            if (!second.awaitsNews()) {
                assertThat(look(second)).isEqualTo(Course.WAIT);
            }
        }
    }

    @Test
    void who_may_not_list_looks_at_each_record() throws InterruptedException {
        waitWithLists();
        machines.storage.weather = (call, name) -> {
            if (call.equals("list")) {
                throw new VideogenException(ErrorKind.STORAGE, "shared_store_refused", "It refuses.");
            }
            return Trouble.NONE;
        };
        machines.storage.calls.clear();

        assertThat(second.awaitsNews()).isFalse();
        clock.pass(Duration.ofSeconds(5));
        assertThat(second.awaitsNews()).isFalse();
        assertThat(machines.storage.calls).hasSize(1);
        assertThat(look(second)).isEqualTo(Course.WAIT);
    }

    @Test
    void a_list_that_does_not_come_keeps_nobody_from_looking_in_the_end() throws InterruptedException {
        waitWithLists();
        machines.storage.weather = (call, name) -> call.equals("list") ? Trouble.LOST_REQUEST : Trouble.NONE;

        assertThat(second.awaitsNews()).isTrue();
        clock.pass(Machines.TIMES.silence().dividedBy(3).plusSeconds(1));
        assertThat(second.awaitsNews()).isFalse();
        assertThat(look(second)).isEqualTo(Course.WAIT);
    }

    @Test
    void where_few_wait_each_look_reads_the_record() throws InterruptedException {
        submit(first, "a");
        assertThat(look(second)).isEqualTo(Course.WAIT);

        assertThat(second.awaitsNews()).isFalse();
        assertThat(machines.storage.calls).noneMatch(call -> call.startsWith("list "));
    }

    @Test
    void a_note_that_can_not_be_left_is_nobodys_trouble() throws InterruptedException {
        submit(first, "a");
        machines.storage.weather = (call, name) -> {
            if (name.startsWith("ended/")) {
                throw new VideogenException(ErrorKind.STORAGE, "shared_store_refused", "It refuses.");
            }
            return Trouble.NONE;
        };

        assertThat(first.keep(Clips.of(States.waiting("a", "job-1")))).isTrue();
        assertThat(look(second)).isEqualTo(Course.TAKE_CLIP);
    }

    /** The second waits for the first, as a build with many clips does. */
    private void waitWithLists() throws InterruptedException {
        machines.enoughForList = 1;
        first = machines.run("one", clock).entry(States.KEY);
        second = machines.run("two", clock).entry(States.KEY);
        submit(first, "a");
        first.record(States.waiting("a", "job-1"));
        assertThat(look(second)).isEqualTo(Course.WAIT);
    }

    private static void submit(SharedEntry entry, String submission) throws InterruptedException {
        look(entry);
        assertThat(entry.record(States.submitting(submission))).isTrue();
    }

    private static Course look(SharedEntry entry) throws InterruptedException {
        return entry.look(false, false);
    }
}
