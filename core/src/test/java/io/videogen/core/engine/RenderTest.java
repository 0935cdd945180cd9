package io.videogen.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.download.ArtifactSink;
import io.videogen.core.download.DownloadOutcome;
import io.videogen.core.event.RenderEvent;
import io.videogen.core.remote.CreateOutcome;
import io.videogen.core.remote.LookupOutcome;
import io.videogen.core.remote.PollOutcome;
import io.videogen.core.request.VideoRequest;
import io.videogen.core.testing.TestClock;
import io.videogen.core.testing.Words;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RenderTest {

    private static final VideoRequest REQUEST =
            VideoRequest.builder("A cat on a beach").model("sora-2").build();
    private static final Duration LIMIT = Duration.ofMinutes(30);

    /** What was written, and whether it had to be durable. */
    private record Entry(RenderState state, boolean durable) {}

    private final TestClock clock = new TestClock();
    private final ScriptedRemote remote = new ScriptedRemote();
    private final ArrayDeque<DownloadOutcome> downloads = new ArrayDeque<>();
    private final List<Duration> granted = new ArrayList<>();
    private final List<Entry> written = new ArrayList<>();
    private final List<RenderEvent> events = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private int lost = 1;
    private JobOwners.Claim owner = JobOwners.Claim.OURS;
    private final SubmissionGate gate = new SubmissionGate();
    private final RenderState planned =
            RenderState.planned("0".repeat(64), "intro", Optional.of("sora-2"), "openai", "https://api.example.com");
    private Journal journal = (before, after, durable) -> written.add(new Entry(after, durable));
    private Optional<ArtifactSink> sink = Optional.of((key, kind, index, location, most) -> {
        granted.add(most);
        return downloads.remove();
    });
    private Render render = render(planned);

    private Render render(RenderState from) {
        JobOwners owners = new JobOwners() {
            @Override
            public boolean isTaken(String jobId) {
                return taken.contains(jobId);
            }

            @Override
            public Claim take(String jobId) {
                return owner == Claim.OURS && !taken.add(jobId) ? Claim.ANOTHERS : owner;
            }

            @Override
            public int lost(RenderState asking) {
                return lost;
            }
        };
        return new Render(
                new Engine(remote, job -> Duration.ofSeconds(5), Duration.ofSeconds(2), clock, new Random(1)),
                new RenderHost(
                        (before, after, durable) -> journal.write(before, after, durable), owners, sink, events::add),
                gate,
                new Deadline(clock, clock.instant().plus(LIMIT), LIMIT),
                REQUEST,
                from);
    }

    private RenderState step() throws InterruptedException {
        render.step();
        return render.state();
    }

    private Duration pause() throws InterruptedException {
        return ((RenderStep.Again) render.step()).pause();
    }

    private RenderStep finish() throws InterruptedException {
        RenderStep step = render.step();
        while (step instanceof RenderStep.Again again) {
            clock.pass(again.pause());
            step = render.step();
        }
        return step;
    }

    private void submit() throws InterruptedException {
        remote.onCreate = () -> Answers.accepted("job_1");
        step();
    }

    /** As after a crash: what is recorded is all that is left. */
    private void restart() {
        render = render(RenderState.fromJson(recorded().toJson()));
    }

    private RenderState recorded() {
        return written.get(written.size() - 1).state();
    }

    @Test
    void recordsTheSubmissionBeforeItLeaves() throws Exception {
        remote.onCreate = () -> {
            assertThat(recorded().phase()).isEqualTo(Phase.SUBMITTING);
            assertThat(recorded().submission()).isPresent();
            assertThat(recorded().submittedAt()).contains(clock.instant());
            return Answers.accepted("job_1");
        };

        step();

        assertThat(remote.createKeys).hasSize(1);
    }

    @Test
    void aCallMayTakeWhatIsLeftAndAMomentWhenNothingIs() throws Exception {
        submit();
        clock.pass(LIMIT.minusSeconds(20));
        step();
        clock.pass(Duration.ofDays(1));
        step();

        assertThat(remote.bounds)
                .endsWith(Duration.ofSeconds(20), Render.LEAST_CALL)
                .contains(LIMIT);
    }

    @Test
    void aSearchMakesProgressAlthoughEachBuildIsKilledAfterOnePage() throws Exception {
        remote.onCreate = () -> new CreateOutcome.Unknown("the connection broke");
        step();
        for (int page = 1; page <= 9; page++) {
            String mark = "page " + page;
            remote.onLookUp = () -> new LookupOutcome.More(mark);
            restart();
            step();
            assertThat(recorded().search()).contains(mark);
        }
        remote.onLookUp = () -> new LookupOutcome.Found(Words.said("job_1"));
        restart();
        step();

        assertThat(remote.lookUps).isEqualTo(10);
        assertThat(recorded().jobId()).contains("job_1");
        assertThat(recorded().search()).isEmpty();
        assertThat(remote.createKeys).hasSize(1);
    }

    @Test
    void goesFromPromptToClipWithOneCreate() throws Exception {
        submit();
        assertThat(render.state().jobId()).contains("job_1");
        remote.onPoll = () -> Answers.running(40);
        assertThat(step().percent()).hasValue(40);
        remote.onPoll = () -> Answers.completed(1, false);
        downloads.add(Answers.clip());

        assertThat(finish()).isEqualTo(new RenderStep.Arrived());
        assertThat(render.state().phase()).isEqualTo(Phase.DONE);
        assertThat(render.state().videos()).containsExactly(Answers.CLIP);
        assertThat(remote.createKeys).hasSize(1);
    }

    @Test
    void waitsForTheDiskTwiceAVideoAndWritesTwiceMore() throws Exception {
        submit();
        for (int percent = 0; percent < 100; percent++) {
            int now = percent;
            remote.onPoll = () -> Answers.running(now);
            step();
        }
        remote.onPoll = () -> Answers.completed(1, false);
        downloads.add(Answers.clip());
        finish();

        assertThat(written)
                .extracting(entry -> entry.state().phase() + (entry.durable() ? " durable" : ""))
                .containsExactly("SUBMITTING durable", "WAITING durable", "DOWNLOADING", "DONE");
    }

    @Test
    void whatIsRefusedLeaveIsNotSentAndStandsWhereItStood() {
        VideogenException spent = VideogenException.invalid("spent", "The budget is spent.");
        journal = (before, after, durable) -> {
            throw spent;
        };

        assertThatThrownBy(render::step).isSameAs(spent);
        assertThat(remote.createKeys).isEmpty();
        assertThat(render.state()).isEqualTo(planned);
    }

    @Test
    void aJobIsFollowedThoughItCanNotBeRecordedAndIsRecordedWhenThatIsPossibleAgain() throws Exception {
        remote.onCreate = () -> {
            journal = (before, after, durable) -> {
                throw new IllegalStateException("No space left on device");
            };
            return Answers.accepted("job_1");
        };
        step();
        remote.onPoll = () -> Answers.running(10);
        step();
        assertThat(events)
                .filteredOn(RenderEvent.NotRecorded.class::isInstance)
                .containsExactly(new RenderEvent.NotRecorded(Optional.of("job_1"), "No space left on device"));

        journal = (before, after, durable) -> written.add(new Entry(after, durable));
        step();

        assertThat(recorded().jobId()).contains("job_1");
        assertThat(written.get(written.size() - 1).durable()).isTrue();
    }

    @Test
    void anAbortWhileTheSubmissionIsRecordedGivesTheRecordBackAndLetsNothingLeave() throws Exception {
        journal = (before, after, durable) -> {
            written.add(new Entry(after, durable));
            assertThat(gate.stop()).as("may be interrupted").isFalse();
        };

        assertThat(render.step()).isEqualTo(new RenderStep.Stopped());
        assertThat(remote.createKeys).isEmpty();
        assertThat(recorded()).isEqualTo(planned);
        assertThat(render.state()).isEqualTo(planned);
    }

    @Test
    void anAbortWhileTheSubmissionIsUnderWayWaitsForWhatItMade() throws Exception {
        remote.onCreate = () -> {
            assertThat(gate.stop()).as("may be interrupted").isFalse();
            return Answers.accepted("job_1");
        };

        step();

        assertThat(recorded().jobId()).contains("job_1");
        assertThat(gate.stop()).isTrue();
    }

    @Test
    void neverSubmitsForAStateThatWasReadFromDisk() throws Exception {
        remote.onCreate = () -> {
            throw new IllegalStateException("killed");
        };
        assertThatThrownBy(render::step).hasMessage("killed");
        remote.createKeys.clear();
        restart();

        RenderState next = step();

        assertThat(remote.createKeys).isEmpty();
        assertThat(next.phase()).isEqualTo(Phase.UNKNOWN);
        assertThat(next.failure().orElseThrow().message()).contains("\"intro\"", "may have been paid", "resubmit");
    }

    @Test
    void findsALostJobAgainWhereTheApiListsJobs() throws Exception {
        remote.onCreate = () -> new CreateOutcome.Unknown("read timed out");
        remote.onLookUp = () -> new LookupOutcome.Found(Words.said("job_9"));
        step();
        events.clear();

        RenderState found = step();

        assertThat(found.phase()).isEqualTo(Phase.WAITING);
        assertThat(found.jobId()).contains("job_9");
        assertThat(recorded()).isEqualTo(found);
        assertThat(events).containsExactly(new RenderEvent.Resumed("job_9"));
        assertThat(taken).contains("job_9");
        assertThat(remote.createKeys).hasSize(1);
    }

    @Test
    void doesNotAdoptAJobThatAnotherTookSinceItWasFound() throws Exception {
        remote.onCreate = () -> new CreateOutcome.Unknown("read timed out");
        remote.onLookUp = () -> {
            taken.add("job_9");
            return new LookupOutcome.Found(Words.said("job_9"));
        };
        step();

        assertThat(pause()).isPositive();
        assertThat(render.state().jobId()).isEmpty();
        remote.onLookUp = LookupOutcome.NoneFits::new;
        finish();
        assertThat(render.state().phase()).isEqualTo(Phase.UNKNOWN);
        assertThat(written).noneMatch(entry -> entry.state().jobId().isPresent());
    }

    @Test
    void aJobThatStaysAnothersEndsTheSearchAndTheNextBuildSearchesAgain() throws Exception {
        remote.onCreate = () -> new CreateOutcome.Unknown("read timed out");
        remote.onLookUp = () -> new LookupOutcome.Found(Words.said("job_9"));
        owner = JobOwners.Claim.ANOTHERS;

        assertThat(finish()).isInstanceOfSatisfying(RenderStep.Failed.class, failed -> assertThat(
                        failed.error().kind())
                .isEqualTo(ErrorKind.UNKNOWN_OUTCOME));

        assertThat(render.state().failure().orElseThrow().message())
                .contains("may have been paid", "\"job_9\"", "belongs to another", "resubmit");
        assertThat(remote.lookUps).isLessThanOrEqualTo(Submission.MOST_EMPTY_LISTS + 1);
        assertThat(written).noneMatch(entry -> entry.state().jobId().isPresent());
        owner = JobOwners.Claim.OURS;
        render = render(recorded().reopened());
        assertThat(step().jobId()).contains("job_9");
        assertThat(remote.createKeys).hasSize(1);
    }

    @Test
    void ofManyThatLoseOneJobAfterTheOtherToEachOtherTheLastGetsTheLast() throws Exception {
        remote.onCreate = () -> new CreateOutcome.Unknown("read timed out");
        remote.onLookUp = () -> {
            owner = remote.lookUps < 20 ? JobOwners.Claim.ANOTHERS : JobOwners.Claim.OURS;
            return new LookupOutcome.Found(Words.said("job_" + remote.lookUps));
        };
        remote.onPoll = () -> Answers.failed("x", "y");

        finish();

        assertThat(render.state().jobId()).contains("job_20");
    }

    @Test
    void aJobIsAskedForAgainAsLongAsNobodyCanTellWhoseItIs() throws Exception {
        remote.onCreate = () -> new CreateOutcome.Unknown("read timed out");
        remote.onLookUp = () -> new LookupOutcome.Found(Words.said("job_9"));
        owner = JobOwners.Claim.NOT_KNOWN;
        step();
        for (int looks = 0; looks < 100; looks++) {
            assertThat(pause()).isPositive();
            assertThat(render.state().jobId()).isEmpty();
        }
        owner = JobOwners.Claim.OURS;

        assertThat(step().jobId()).contains("job_9");
    }

    @Test
    void asksAnEmptyListAFewTimesBeforeTheOutcomeIsUnknown() throws Exception {
        remote.onCreate = () -> new CreateOutcome.Unknown("read timed out");
        remote.onLookUp = LookupOutcome.NoneFits::new;

        finish();

        assertThat(render.state().phase()).isEqualTo(Phase.UNKNOWN);
        assertThat(remote.lookUps).isEqualTo(Submission.MOST_EMPTY_LISTS);
        assertThat(render.state().failure().orElseThrow().message()).contains("probably none");
    }

    @Test
    void doesNotAdoptAJobWhenSeveralFit() throws Exception {
        remote.onCreate = () -> new CreateOutcome.Unknown("reset");
        remote.onLookUp = () -> new LookupOutcome.Ambiguous(2, List.of());

        finish();

        assertThat(render.state().phase()).isEqualTo(Phase.UNKNOWN);
        assertThat(render.state().failure().orElseThrow().message()).contains("\"2\" jobs");
    }

    @Test
    void takesAnyOfTheJobsThatFitWhenSoManyRendersHaveLostTheirs() throws Exception {
        remote.onCreate = () -> new CreateOutcome.Unknown("reset");
        remote.onLookUp = () -> new LookupOutcome.Ambiguous(2, List.of(Words.said("vid_7"), Words.said("vid_8")));
        remote.onPoll = () -> Answers.running(10);
        lost = 2;
        step();
        step();

        assertThat(render.state().jobId()).contains("vid_7");
        assertThat(taken).contains("vid_7");
    }

    @Test
    void repeatsACreateThatDidNotArriveUnderTheSameKeyAndGivesUpInTheEnd() throws Exception {
        remote.onCreate = Answers::undelivered;

        RenderStep end = finish();

        assertThat(end).isInstanceOfSatisfying(RenderStep.Failed.class, failed -> assertThat(
                        failed.error().kind())
                .isEqualTo(ErrorKind.UNREACHABLE));
        assertThat(render.state().phase()).isEqualTo(Phase.FAILED);
        assertThat(remote.createKeys).hasSize(Submission.MOST_CREATES).containsOnly(remote.createKeys.get(0));
    }

    @Test
    void neverSendsBeforeTheServersWishNorAfterTheDeadline() throws Exception {
        clock.pass(LIMIT.minusSeconds(20));
        remote.onCreate = () -> new CreateOutcome.NotDelivered(
                new VideogenException(ErrorKind.UNREACHABLE, "busy", "503"), Optional.of(Duration.ofSeconds(60)));

        RenderStep end = finish();

        assertThat(end).isInstanceOfSatisfying(RenderStep.TimedOut.class, late -> assertThat(late.trouble())
                .isPresent());
        assertThat(remote.createKeys).hasSize(1);
        assertThat(recorded().phase()).isEqualTo(Phase.PLANNED);
    }

    @Test
    void buysNothingOnceTheTimeIsUp() throws Exception {
        clock.pass(LIMIT);

        assertThat(render.step()).isInstanceOf(RenderStep.TimedOut.class);
        assertThat(remote.createKeys).isEmpty();
        assertThat(written).isEmpty();
    }

    @Test
    void cutsAPauseToTheTimeThatIsLeftAndThenStopsWaiting() throws Exception {
        submit();
        clock.pass(LIMIT.minusSeconds(7));
        remote.onPoll = () -> new PollOutcome.Seen(
                ((PollOutcome.Seen) Answers.running(10)).snapshot(), Optional.of(Duration.ofSeconds(17)));

        assertThat(pause()).isEqualTo(Duration.ofSeconds(7));
        clock.pass(Duration.ofSeconds(7));
        assertThat(render.step()).isInstanceOf(RenderStep.TimedOut.class);
        assertThat(render.state().phase()).isEqualTo(Phase.WAITING);
    }

    @Test
    void asksForAJobOnceHoweverLateItIs() throws Exception {
        submit();
        clock.pass(Duration.ofHours(9));
        remote.onPoll = () -> Answers.completed(1, false);
        downloads.add(Answers.clip());

        assertThat(finish()).isEqualTo(new RenderStep.Arrived());
        assertThat(granted).containsExactly(LIMIT);
    }

    @Test
    void filesHaveTheirOwnTimeFromTheFirstTryToFetchThem() throws Exception {
        submit();
        remote.onPoll = () -> Answers.completed(1, false);
        step();
        clock.pass(Duration.ofMinutes(25));
        while (granted.size() < 2) {
            downloads.add(new DownloadOutcome.Transient("reset", Optional.empty()));
            clock.pass(pause());
        }
        assertThat(granted.get(0)).isEqualTo(LIMIT);
        assertThat(granted.get(1)).isLessThan(LIMIT);
        clock.pass(LIMIT);
        downloads.add(new DownloadOutcome.Transient("reset", Optional.empty()));

        assertThat(render.step()).isInstanceOf(RenderStep.TimedOut.class);
        assertThat(render.state().phase()).isEqualTo(Phase.DOWNLOADING);
    }

    @Test
    void withoutASinkItHasArrivedWhenItsJobIsCompleted() throws Exception {
        sink = Optional.empty();
        render = render(planned);
        submit();
        remote.onPoll = () -> Answers.completed(1, false);

        assertThat(render.step()).isEqualTo(new RenderStep.Arrived());
        assertThat(render.state().phase()).isEqualTo(Phase.DOWNLOADING);
    }

    @Test
    void filesThatAreGoneAreFetchedAgainAndNotPaidAgain() throws Exception {
        submit();
        remote.onPoll = () -> Answers.completed(1, false);
        downloads.addAll(List.of(Answers.clip(), Answers.clip()));
        finish();

        render.fetchAgain();

        assertThat(recorded().phase()).isEqualTo(Phase.DOWNLOADING);
        assertThat(finish()).isEqualTo(new RenderStep.Arrived());
        assertThat(downloads).isEmpty();
        assertThat(remote.createKeys).hasSize(1);
    }

    @Test
    void aRefusedCreateEndsAtOnce() throws Exception {
        remote.onCreate = Answers::refused;

        assertThat(render.step()).isInstanceOfSatisfying(RenderStep.Failed.class, failed -> assertThat(
                        failed.error().code())
                .isEqualTo("invalid_api_key"));
        assertThat(recorded().phase()).isEqualTo(Phase.FAILED);
    }

    @Test
    void outagesWhilePollingChangeNothingButTheWait() throws Exception {
        submit();
        remote.onPoll = Answers::down;
        Duration longest = Duration.ZERO;
        for (int i = 0; i < 50; i++) {
            Duration pause = pause();
            longest = pause.compareTo(longest) > 0 ? pause : longest;
        }

        assertThat(render.state().phase()).isEqualTo(Phase.WAITING);
        assertThat(render.state().attempts()).isEqualTo(50);
        assertThat(longest).isBetween(Duration.ofSeconds(24), Duration.ofSeconds(36));
    }

    @Test
    void aTokenRefusedMidWayStopsAndKeepsTheJob() throws Exception {
        submit();
        RenderState waiting = render.state();
        remote.onPoll = Answers::denied;

        assertThat(render.step()).isInstanceOfSatisfying(RenderStep.Failed.class, failed -> {
            assertThat(failed.error().kind()).isEqualTo(ErrorKind.REFUSED);
            assertThat(failed.error().jobId()).contains("job_1");
        });
        assertThat(render.state()).isEqualTo(waiting);
    }

    @Test
    void aFailedJobSaysWhatTheApiSaid() throws Exception {
        submit();
        remote.onPoll = () -> Answers.failed("internal", "GPU lost");

        RenderState failed = step();

        assertThat(failed.phase()).isEqualTo(Phase.FAILED);
        assertThat(failed.failure().orElseThrow().kind()).isEqualTo(ErrorKind.JOB_FAILED);
        assertThat(failed.failure().orElseThrow().message()).contains("GPU lost");
    }

    @Test
    void aModerationRefusalIsToldApart() throws Exception {
        submit();
        remote.onPoll = () -> Answers.failed("moderation_blocked", "blocked");

        assertThat(step().failure().orElseThrow().kind()).isEqualTo(ErrorKind.MODERATED);
    }

    @Test
    void toleratesAJobThatIsNotYetKnownAndNotOneThatVanished() throws Exception {
        submit();
        remote.onPoll = Answers::absent;
        assertThat(step().phase()).isEqualTo(Phase.WAITING);

        clock.pass(Waiting.TOLERATED_ABSENCE.plusSeconds(1));
        RenderState state = step();

        assertThat(state.phase()).isEqualTo(Phase.UNKNOWN);
        assertThat(state.failure().orElseThrow().code()).isEqualTo("job_not_found");
        assertThat(state.reopened().phase()).isEqualTo(Phase.WAITING);
    }

    @Test
    void asksForTheResultAddressAgainAfterARestart() throws Exception {
        submit();
        remote.onPoll = () -> Answers.completed(2, false);
        downloads.add(Answers.clip());
        step();
        step();
        assertThat(recorded().videos()).hasSize(1);
        assertThat(recorded().toJson()).doesNotContain("cdn.example.com", "SECRET");
        restart();
        int pollsBefore = remote.polls;
        downloads.add(Answers.clip());

        assertThat(finish()).isEqualTo(new RenderStep.Arrived());
        assertThat(remote.polls).isEqualTo(pollsBefore + 1);
    }

    @Test
    void anExpiredAddressIsAskedForAnew() throws Exception {
        submit();
        remote.onPoll = () -> Answers.completed(1, false);
        step();
        downloads.addAll(List.of(new DownloadOutcome.Expired("403"), Answers.clip()));
        int pollsBefore = remote.polls;

        assertThat(finish()).isEqualTo(new RenderStep.Arrived());
        assertThat(remote.polls).isEqualTo(pollsBefore + 1);
    }

    @Test
    void anAddressThatExpiredDuringALongOutageIsAskedForAnew() throws Exception {
        submit();
        remote.onPoll = () -> Answers.completed(1, false);
        step();
        for (int i = 0; i < 10; i++) {
            downloads.add(new DownloadOutcome.Transient("503", Optional.empty()));
            step();
        }
        downloads.addAll(List.of(new DownloadOutcome.Expired("403"), Answers.clip()));

        assertThat(finish()).isEqualTo(new RenderStep.Arrived());
    }

    @Test
    void bytesThatStayWrongStopTheRunAndKeepTheJob() throws Exception {
        submit();
        remote.onPoll = () -> Answers.completed(1, false);
        for (int i = 0; i < 10; i++) {
            downloads.add(Answers.rejected());
        }

        assertThat(finish()).isInstanceOfSatisfying(RenderStep.Failed.class, failed -> assertThat(
                        failed.error().jobId())
                .contains("job_1"));
        assertThat(render.state().phase()).isEqualTo(Phase.DOWNLOADING);
    }

    @Test
    void fetchesAllClipsAndTheThumbnail() throws Exception {
        submit();
        remote.onPoll = () -> Answers.completed(3, true);
        downloads.addAll(
                List.of(Answers.clip(), Answers.clip(), Answers.clip(), new DownloadOutcome.Complete(Answers.STILL)));

        finish();

        assertThat(render.state().videos()).hasSize(3);
        assertThat(render.state().thumbnail()).contains(Answers.STILL);
    }

    @Test
    void aMissingThumbnailDoesNotHoldTheClipBack() throws Exception {
        submit();
        remote.onPoll = () -> Answers.completed(1, true);
        downloads.addAll(List.of(Answers.clip(), Answers.rejected(), Answers.rejected()));

        assertThat(finish()).isEqualTo(new RenderStep.Arrived());
        assertThat(events).hasAtLeastOneElementOfType(RenderEvent.Warning.class);
    }

    @Test
    void aThumbnailThatIsMissingWhenTheTimeIsUpGetsOneLastCall() throws Exception {
        submit();
        remote.onPoll = () -> Answers.completed(1, true);
        step();
        downloads.addAll(List.of(Answers.clip(), Answers.rejected(), Answers.rejected()));
        step();
        clock.pass(LIMIT);

        assertThat(pause()).isZero();
        assertThat(render.step()).isEqualTo(new RenderStep.Arrived());
    }

    @Test
    void theServersWishForTheNextPollWins() throws Exception {
        submit();
        remote.onPoll = () -> new PollOutcome.Seen(
                ((PollOutcome.Seen) Answers.running(10)).snapshot(), Optional.of(Duration.ofSeconds(17)));

        assertThat(pause()).isEqualTo(Duration.ofSeconds(17));
    }

    @Test
    void aClockThatIsSetBackDoesNoHarm() throws Exception {
        submit();
        clock.pass(Duration.ofDays(-1));
        remote.onPoll = () -> Answers.running(50);

        assertThat(pause()).isEqualTo(Duration.ofSeconds(5));
    }
}
