package io.videogen.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.videogen.core.ErrorKind;
import io.videogen.core.download.DownloadOutcome;
import io.videogen.core.event.RenderEvent;
import io.videogen.core.remote.CreateOutcome;
import io.videogen.core.remote.LookupOutcome;
import io.videogen.core.remote.PollOutcome;
import io.videogen.core.request.VideoRequest;
import io.videogen.core.testing.TestClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RenderMachineTest {

    private static final VideoRequest REQUEST =
            VideoRequest.builder("A cat on a beach").model("sora-2").build();

    private final TestClock clock = new TestClock();
    private final ScriptedRemote remote = new ScriptedRemote();
    private final ArrayDeque<DownloadOutcome> downloads = new ArrayDeque<>();
    private final RenderState planned =
            RenderState.planned("0".repeat(64), "intro", Optional.of("sora-2"), "openai", "https://api.example.com");
    private RenderMachine machine = machine();

    private RenderMachine machine() {
        return new RenderMachine(
                remote,
                (key, kind, index, location) -> downloads.remove(),
                job -> Duration.ofSeconds(5),
                Duration.ofSeconds(2),
                id -> false,
                clock,
                new Random(1));
    }

    private RenderState step(RenderState state) throws InterruptedException {
        return machine.advance(REQUEST, state).state();
    }

    private RenderState submitted() throws InterruptedException {
        remote.onCreate = () -> Answers.accepted("job_1");
        return step(step(planned));
    }

    @Test
    void recordsTheSubmissionBeforeAnythingLeaves() throws Exception {
        RenderState next = step(planned);

        assertThat(next.phase()).isEqualTo(Phase.SUBMITTING);
        assertThat(next.submission()).isPresent();
        assertThat(next.submittedAt()).contains(clock.instant());
        assertThat(remote.createKeys).isEmpty();
    }

    @Test
    void goesFromPromptToClipWithOneCreate() throws Exception {
        RenderState waiting = submitted();
        assertThat(waiting.jobId()).contains("job_1");
        remote.onPoll = () -> Answers.running(40);
        RenderState running = step(waiting);
        assertThat(running.percent()).hasValue(40);
        remote.onPoll = () -> Answers.completed(1, false);
        RenderState downloading = step(running);
        downloads.add(Answers.clip());

        RenderState done = step(step(downloading));

        assertThat(done.phase()).isEqualTo(Phase.DONE);
        assertThat(done.videos()).containsExactly(Answers.CLIP);
        assertThat(remote.createKeys).hasSize(1);
    }

    @Test
    void neverSubmitsForAStateThatWasReadFromDisk() throws Exception {
        RenderState onDisk = RenderState.fromJson(step(planned).toJson());
        machine = machine();

        RenderState next = step(onDisk);

        assertThat(remote.createKeys).isEmpty();
        assertThat(next.phase()).isEqualTo(Phase.UNKNOWN);
        assertThat(next.failure().orElseThrow().message())
                .contains("\"intro\"", "may have been paid", "videogen.resubmit");
    }

    @Test
    void submitsOnceForOneStateHoweverOftenTheHostTries() throws Exception {
        remote.onCreate = () -> new CreateOutcome.Unknown("read timed out");
        RenderState armed = step(planned);

        step(armed);
        step(armed);

        assertThat(remote.createKeys).hasSize(1);
    }

    @Test
    void findsALostJobAgainWhereTheApiListsJobs() throws Exception {
        remote.onCreate = () -> new CreateOutcome.Unknown("read timed out");
        remote.onLookUp = () -> new LookupOutcome.Found("job_9");
        RenderState lost = step(step(planned));

        Advance found = machine.advance(REQUEST, lost);

        assertThat(found.state().phase()).isEqualTo(Phase.WAITING);
        assertThat(found.state().jobId()).contains("job_9");
        assertThat(found.events()).containsExactly(new RenderEvent.Resumed("job_9"));
        assertThat(remote.createKeys).hasSize(1);
    }

    @Test
    void asksAnEmptyListAFewTimesBeforeTheOutcomeIsUnknown() throws Exception {
        remote.onCreate = () -> new CreateOutcome.Unknown("read timed out");
        remote.onLookUp = LookupOutcome.NoneFits::new;
        RenderState state = step(step(planned));

        while (!state.phase().isTerminal()) {
            state = step(state);
        }

        assertThat(state.phase()).isEqualTo(Phase.UNKNOWN);
        assertThat(remote.lookUps).isEqualTo(Submission.MOST_EMPTY_LISTS);
        assertThat(state.failure().orElseThrow().message()).contains("probably none");
    }

    @Test
    void doesNotAdoptAJobWhenSeveralFit() throws Exception {
        remote.onCreate = () -> new CreateOutcome.Unknown("reset");
        remote.onLookUp = () -> new LookupOutcome.Ambiguous(2);

        RenderState state = step(step(step(planned)));

        assertThat(state.phase()).isEqualTo(Phase.UNKNOWN);
        assertThat(state.failure().orElseThrow().message()).contains("\"2\" jobs");
    }

    @Test
    void repeatsACreateThatDidNotArriveUnderTheSameKeyAndGivesUpInTheEnd() throws Exception {
        remote.onCreate = Answers::undelivered;
        RenderState state = planned;
        while (!state.phase().isTerminal()) {
            state = step(state);
        }

        assertThat(state.phase()).isEqualTo(Phase.FAILED);
        assertThat(state.failure().orElseThrow().kind()).isEqualTo(ErrorKind.UNREACHABLE);
        assertThat(remote.createKeys).hasSize(Submission.MOST_CREATES).containsOnly(remote.createKeys.get(0));
    }

    @Test
    void aRefusedCreateEndsAtOnce() throws Exception {
        remote.onCreate = Answers::refused;

        RenderState state = step(step(planned));

        assertThat(state.phase()).isEqualTo(Phase.FAILED);
        assertThat(state.failure().orElseThrow().code()).isEqualTo("invalid_api_key");
    }

    @Test
    void outagesWhilePollingChangeNothingButTheWait() throws Exception {
        RenderState state = submitted();
        remote.onPoll = Answers::down;
        Duration longest = Duration.ZERO;
        for (int i = 0; i < 50; i++) {
            Advance advance = machine.advance(REQUEST, state);
            state = advance.state();
            longest = advance.pause().compareTo(longest) > 0 ? advance.pause() : longest;
        }

        assertThat(state.phase()).isEqualTo(Phase.WAITING);
        assertThat(state.attempts()).isEqualTo(50);
        assertThat(longest).isBetween(Duration.ofSeconds(24), Duration.ofSeconds(36));
    }

    @Test
    void aTokenRefusedMidWayStopsAndKeepsTheJob() throws Exception {
        RenderState waiting = submitted();
        remote.onPoll = Answers::denied;

        Advance advance = machine.advance(REQUEST, waiting);

        assertThat(advance.stop()).hasValueSatisfying(error -> {
            assertThat(error.kind()).isEqualTo(ErrorKind.REFUSED);
            assertThat(error.jobId()).contains("job_1");
        });
        assertThat(advance.state()).isEqualTo(waiting);
    }

    @Test
    void aFailedJobSaysWhatTheApiSaid() throws Exception {
        RenderState waiting = submitted();
        remote.onPoll = () -> Answers.failed("internal", "GPU lost");

        RenderState failed = step(waiting);

        assertThat(failed.phase()).isEqualTo(Phase.FAILED);
        assertThat(failed.failure().orElseThrow().kind()).isEqualTo(ErrorKind.JOB_FAILED);
        assertThat(failed.failure().orElseThrow().message()).contains("GPU lost");
    }

    @Test
    void aModerationRefusalIsToldApart() throws Exception {
        RenderState waiting = submitted();
        remote.onPoll = () -> Answers.failed("moderation_blocked", "blocked");

        assertThat(step(waiting).failure().orElseThrow().kind()).isEqualTo(ErrorKind.MODERATED);
    }

    @Test
    void toleratesAJobThatIsNotYetKnownAndNotOneThatVanished() throws Exception {
        remote.onCreate = () -> new CreateOutcome.Unknown("reset");
        remote.onLookUp = () -> new LookupOutcome.Found("job_1");
        RenderState state = step(step(step(planned)));
        remote.onPoll = Answers::absent;
        state = step(state);
        assertThat(state.phase()).isEqualTo(Phase.WAITING);

        clock.pass(Waiting.TOLERATED_ABSENCE.plusSeconds(1));
        state = step(state);

        assertThat(state.phase()).isEqualTo(Phase.UNKNOWN);
        assertThat(state.failure().orElseThrow().code()).isEqualTo("job_not_found");
        assertThat(state.reopened().phase()).isEqualTo(Phase.WAITING);
    }

    @Test
    void asksForTheResultAddressAgainAfterARestart() throws Exception {
        RenderState waiting = submitted();
        remote.onPoll = () -> Answers.completed(1, false);
        RenderState downloading = RenderState.fromJson(step(waiting).toJson());
        assertThat(downloading.toJson()).doesNotContain("cdn.example.com", "SECRET");
        machine = machine();
        int pollsBefore = remote.polls;
        downloads.add(Answers.clip());

        RenderState done = step(step(step(downloading)));

        assertThat(done.phase()).isEqualTo(Phase.DONE);
        assertThat(remote.polls).isEqualTo(pollsBefore + 1);
    }

    @Test
    void anExpiredAddressIsAskedForAnew() throws Exception {
        RenderState waiting = submitted();
        remote.onPoll = () -> Answers.completed(1, false);
        RenderState state = step(waiting);
        downloads.addAll(List.of(new DownloadOutcome.Expired("403"), Answers.clip()));
        int pollsBefore = remote.polls;
        while (!state.phase().isTerminal()) {
            state = step(state);
        }

        assertThat(state.phase()).isEqualTo(Phase.DONE);
        assertThat(remote.polls).isEqualTo(pollsBefore + 1);
    }

    @Test
    void anAddressThatExpiredDuringALongOutageIsAskedForAnew() throws Exception {
        RenderState state = submitted();
        remote.onPoll = () -> Answers.completed(1, false);
        state = step(state);
        for (int i = 0; i < 10; i++) {
            downloads.add(new DownloadOutcome.Transient("503", Optional.empty()));
            state = step(state);
        }
        downloads.add(new DownloadOutcome.Expired("403"));

        Advance advance = machine.advance(REQUEST, state);

        assertThat(advance.stop()).isEmpty();
        downloads.add(Answers.clip());
        assertThat(step(step(step(advance.state()))).phase()).isEqualTo(Phase.DONE);
    }

    @Test
    void bytesThatStayWrongStopTheRunAndKeepTheJob() throws Exception {
        RenderState waiting = submitted();
        remote.onPoll = () -> Answers.completed(1, false);
        Advance advance = machine.advance(REQUEST, waiting);
        while (advance.stop().isEmpty()) {
            downloads.add(Answers.rejected());
            advance = machine.advance(REQUEST, advance.state());
        }

        assertThat(advance.stop().orElseThrow().jobId()).contains("job_1");
        assertThat(advance.state().phase()).isEqualTo(Phase.DOWNLOADING);
    }

    @Test
    void fetchesAllClipsAndTheThumbnail() throws Exception {
        RenderState waiting = submitted();
        remote.onPoll = () -> Answers.completed(3, true);
        RenderState state = step(waiting);
        downloads.addAll(
                List.of(Answers.clip(), Answers.clip(), Answers.clip(), new DownloadOutcome.Complete(Answers.STILL)));
        while (!state.phase().isTerminal()) {
            state = step(state);
        }

        assertThat(state.videos()).hasSize(3);
        assertThat(state.thumbnail()).contains(Answers.STILL);
    }

    @Test
    void aMissingThumbnailDoesNotHoldTheClipBack() throws Exception {
        RenderState waiting = submitted();
        remote.onPoll = () -> Answers.completed(1, true);
        RenderState state = step(waiting);
        downloads.addAll(List.of(Answers.clip(), Answers.rejected(), Answers.rejected()));
        Advance advance = machine.advance(REQUEST, state);
        while (!advance.state().phase().isTerminal()) {
            advance = machine.advance(REQUEST, advance.state());
        }

        assertThat(advance.state().phase()).isEqualTo(Phase.DONE);
        assertThat(advance.events()).hasAtLeastOneElementOfType(RenderEvent.Warning.class);
    }

    @Test
    void theServersWishForTheNextPollWins() throws Exception {
        RenderState waiting = submitted();
        remote.onPoll = () -> new PollOutcome.Seen(
                ((PollOutcome.Seen) Answers.running(10)).snapshot(), Optional.of(Duration.ofSeconds(17)));

        assertThat(machine.advance(REQUEST, waiting).pause()).isEqualTo(Duration.ofSeconds(17));
    }

    @Test
    void aClockThatIsSetBackDoesNoHarm() throws Exception {
        RenderState waiting = submitted();
        clock.pass(Duration.ofDays(-1));
        remote.onPoll = () -> Answers.running(50);

        Advance advance = machine.advance(REQUEST, waiting);

        assertThat(advance.pause()).isEqualTo(Duration.ofSeconds(5));
    }
}
