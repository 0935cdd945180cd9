package io.videogen.core.batch;

import static io.videogen.core.batch.BatchFixture.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.api.ApiName;
import io.videogen.core.download.DownloadOutcome;
import io.videogen.core.event.RenderEvent;
import io.videogen.core.http.Endpoint;
import io.videogen.core.media.MediaFiles;
import io.videogen.core.output.VideoSource;
import io.videogen.core.output.VideoStatus;
import io.videogen.core.remote.PollOutcome;
import io.videogen.core.shared.Machines;
import io.videogen.core.shared.MemoryStorage.Trouble;
import io.videogen.core.shared.SharedEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Machines with a cache each, before one store and one API. */
class SharedStoreBatchTest {

    private final VirtualTime time = new VirtualTime();
    private final FakeRemote remote = new FakeRemote(BatchFixture.HERE, time);

    @TempDir
    Path folder;

    private Machines machines;

    @BeforeEach
    void setUp() {
        machines = new Machines(folder);
        remote.content = location -> MediaFiles.read("index-first.mp4");
    }

    private final class Machine {
        private final String name;
        private final BatchFixture fixture;

        private Machine(String name) {
            this.name = name;
            this.fixture = new BatchFixture(folder.resolve(name), time, remote);
        }

        private BatchSettingsBuilder settings() {
            return fixture.settings().sharedStore(machines.run(name, time));
        }

        private VideoResult run(BatchSettingsBuilder settings) {
            return fixture.run(settings, task("hero", "cat")).videos().get(0);
        }

        private VideoResult run() {
            return run(settings());
        }

        private String plan() {
            return fixture.plan(settings(), task("hero", "cat")).get(0);
        }

        private List<String> told(Class<? extends RenderEvent> kind) {
            return fixture.events.stream()
                    .filter(kind::isInstance)
                    .map(RenderEvent::toString)
                    .toList();
        }
    }

    @Test
    void what_one_machine_bought_another_takes_and_delivers() {
        new Machine("one").run();
        Machine two = new Machine("two");
        assertThat(two.plan()).isEqualTo("hero: cached");
        machines.storage.calls.clear();

        VideoResult taken = two.run();

        assertThat(taken.source()).hasValue(VideoSource.CACHE);
        assertThat(two.fixture.output.resolve("hero.mp4")).hasBinaryContent(MediaFiles.read("index-first.mp4"));
        assertThat(remote.createdPrompts).hasSize(1);
        // One request, and one for the file.
        assertThat(machines.storage.calls).hasSize(2);
    }

    @Test
    void the_last_frame_of_a_clip_goes_along() {
        remote.hasLastFrames = true;
        remote.content = location ->
                MediaFiles.read(location.uri().getPath().endsWith("/end") ? "still.png" : "index-first.mp4");
        Machine one = new Machine("one");
        one.fixture.run(
                one.settings().api(ApiName.ARK), task("hero", "cat"), ContinuesTest.after("next", "it sits", "hero"));
        Machine two = new Machine("two");

        BatchReport report = two.fixture.run(
                two.settings().api(ApiName.ARK), task("hero", "cat"), ContinuesTest.after("other", "it runs", "hero"));

        assertThat(report.failures()).isEmpty();
        assertThat(remote.createdPrompts).containsExactly("cat", "it sits", "it runs");
        assertThat(two.fixture.cut).isEmpty();
    }

    @Test
    void a_new_clip_costs_few_requests() {
        remote.hasThumbnails = true;
        remote.renderTime = Duration.ofSeconds(10);
        new Machine("one").run();

        List<String> calls = machines.storage.calls.stream()
                .filter(call -> !call.contains(" probe/"))
                .map(call -> call.replaceAll("ended/.*", "ended/*").replaceAll("[0-9a-f]{64}", "*"))
                .toList();

        assertThat(calls)
                .containsExactly(
                        "read jobs/*.json",
                        "claim jobs/*.json",
                        "replace jobs/*.json",
                        "claim claims/https~3a~2f~2fgateway~2eexample~2ecom/job_1",
                        "put files/*.mp4",
                        // The thumbnail; a moving one here.
                        "put files/*.mp4",
                        "replace jobs/*.json",
                        "claim ended/*");
    }

    @Test
    void a_build_with_all_clips_at_hand_opens_no_store() {
        Machine one = new Machine("one");
        one.run();
        int opened = machines.opened;
        machines.storage.calls.clear();

        assertThat(one.run().source()).hasValue(VideoSource.CACHE);

        assertThat(machines.storage.calls).isEmpty();
        assertThat(machines.opened).isEqualTo(opened);
    }

    @Test
    void a_job_of_a_build_that_died_is_taken_up_by_the_next_build_anywhere() throws Exception {
        SharedEntry dead = submitElsewhere();
        dead.record(SharedStates.waiting(dead, createdJob()));
        Machine two = new Machine("two");
        assertThat(two.plan()).isEqualTo("hero: waits for job_1 of build of dead");

        VideoResult taken = two.run();

        assertThat(taken.source()).hasValue(VideoSource.RESUMED);
        assertThat(taken.jobId()).hasValue("job_1");
        assertThat(remote.createdPrompts).hasSize(1);
        assertThat(two.told(RenderEvent.WaitingForBuild.class))
                .singleElement()
                .asString()
                .contains("build of dead", "dead");
        assertThat(dead.beat()).isFalse();
    }

    @Test
    void a_submission_of_a_build_that_died_is_unknown_and_never_sent_again_in_silence() throws Exception {
        submitElsewhere();
        Machine two = new Machine("two");

        VideoResult unknown = two.run();

        assertThat(unknown.status()).isEqualTo(VideoStatus.UNKNOWN);
        assertThat(remote.createdPrompts).isEmpty();
        Machine three = new Machine("three");
        assertThat(three.plan()).startsWith("hero: unknown since");
        assertThat(three.run().status()).isEqualTo(VideoStatus.UNKNOWN);
        assertThat(three.run(three.settings().refresh(Refresh.ALL)).status()).isEqualTo(VideoStatus.UNKNOWN);
        assertThat(remote.createdPrompts).isEmpty();

        VideoResult bought =
                new Machine("four").run(new Machine("four").settings().resubmit(Set.of("hero")));
        assertThat(bought.isCompleted()).isTrue();
        assertThat(remote.createdPrompts).hasSize(1);
    }

    @Test
    void a_job_of_another_endpoint_is_left_only_where_the_user_says_so() throws Exception {
        SharedEntry dead = submitElsewhere();
        dead.record(SharedStates.waiting(dead, createdJob()));
        dead.letGo(Optional.empty());
        Machine two = new Machine("two");
        Endpoint elsewhere = Endpoint.parse("https://other.example.com", false);

        assertThat(two.run(two.settings().endpoint(elsewhere))
                        .error()
                        .orElseThrow()
                        .code())
                .isEqualTo("job_of_other_endpoint");
        assertThat(remote.createdPrompts).hasSize(1);
        assertThat(two.run(two.settings().endpoint(elsewhere).resubmit(Set.of("hero")))
                        .source())
                .hasValue(VideoSource.RENDERED);
        assertThat(remote.createdPrompts).hasSize(2);
    }

    @Test
    void a_job_that_is_given_up_for_the_others_clip_is_told() throws Exception {
        Machine one = new Machine("one");
        remote.renderTime = Duration.ofMinutes(30);
        one.fixture.run(one.fixture.settings().jobTimeout(Duration.ofMinutes(1)), task("hero", "cat"));
        remote.renderTime = Duration.ofSeconds(5);
        new Machine("two").run();

        assertThat(one.run().jobId()).hasValue("job_2");
        assertThat(one.told(RenderEvent.Warning.class))
                .singleElement()
                .asString()
                .contains("job_1", "given up");
    }

    @Test
    void a_build_waits_for_a_living_one_and_takes_its_clip() throws Exception {
        SharedEntry other = submitElsewhere();
        Machine two = new Machine("two");
        int[] looks = {0};
        machines.storage.weather = (call, name) -> {
            if (call.equals("read") && name.startsWith("jobs/") && ++looks[0] == 8) {
                finish(other);
            }
            return Trouble.NONE;
        };

        VideoResult taken = two.run();

        assertThat(taken.source()).hasValue(VideoSource.CACHE);
        assertThat(remote.createdPrompts).isEmpty();
    }

    @Test
    void a_build_that_waits_for_many_clips_asks_one_list_for_all() throws Exception {
        List<VideoTask> tasks = IntStream.range(0, 12)
                .mapToObj(number -> task("clip-" + number, "cat " + number))
                .toList();
        List<SharedEntry> others = new ArrayList<>();
        for (VideoTask task : tasks) {
            others.add(submitElsewhere(task));
        }
        int[] lists = {0};
        machines.storage.weather = (call, name) -> {
            if (call.equals("list") && ++lists[0] == 10) {
                others.forEach(this::finish);
            }
            return Trouble.NONE;
        };
        Machine two = new Machine("two");
        machines.storage.calls.clear();

        BatchReport report = two.fixture.run(two.settings(), tasks.toArray(VideoTask[]::new));

        assertThat(report.failures()).isEmpty();
        assertThat(remote.createdPrompts).isEmpty();
        assertThat(two.told(RenderEvent.WaitingForBuild.class)).hasSize(12);
        // The plan's look and the last one; until enough are known to wait, one more for each.
        assertThat(machines.storage.calls)
                .filteredOn(call -> call.startsWith("read jobs/"))
                .hasSizeLessThanOrEqualTo(36);
        assertThat(machines.storage.calls)
                .filteredOn(call -> call.startsWith("list "))
                .hasSizeLessThanOrEqualTo(11);
    }

    @Test
    void a_build_whose_turn_comes_late_asks_again_before_it_claims() {
        Machine one = new Machine("one");
        String hero = "jobs/" + SharedStates.keyOf(task("hero", "cat").request()) + ".json";
        remote.renderTime = Duration.ofSeconds(30);
        remote.beforeCreate = () -> {
            remote.beforeCreate = () -> {};
            buyElsewhere();
            machines.storage.calls.clear();
        };

        one.fixture.run(one.settings().concurrency(1), task("other", "dog"), task("hero", "cat"));

        assertThat(machines.storage.calls)
                .filteredOn(call -> call.endsWith(hero))
                .containsExactly("read " + hero);
        assertThat(remote.createdPrompts).containsExactly("dog");
    }

    @Test
    void a_build_that_stops_waiting_lets_go_so_that_the_next_need_not_wait() {
        remote.renderTime = Duration.ofMinutes(30);
        Machine one = new Machine("one");
        assertThat(one.run(one.settings().jobTimeout(Duration.ofMinutes(10))).status())
                .isEqualTo(VideoStatus.TIMEOUT);
        Machine two = new Machine("two");
        assertThat(two.plan()).isEqualTo("hero: resume job_1");

        assertThat(two.run(two.settings().jobTimeout(Duration.ofMinutes(40))).source())
                .hasValue(VideoSource.RESUMED);

        assertThat(remote.createdPrompts).hasSize(1);
        assertThat(two.told(RenderEvent.WaitingForBuild.class)).isEmpty();
    }

    @Test
    void while_the_store_is_out_of_reach_kept_clips_are_delivered_and_nothing_is_bought() throws IOException {
        Machine one = new Machine("one");
        one.run();
        machines.storage.weather = (call, name) -> Trouble.LOST_REQUEST;

        assertThat(one.run().isCompleted()).isTrue();
        VideoResult refused = new Machine("two").run();

        assertThat(refused.status()).isEqualTo(VideoStatus.FAILED);
        assertThat(refused.error().orElseThrow().kind()).isEqualTo(ErrorKind.STORAGE);
        assertThat(refused.error().orElseThrow()).hasMessageContaining("othing was bought");
        assertThat(remote.createdPrompts).hasSize(1);
    }

    @Test
    void an_outage_while_a_job_runs_costs_no_clip() {
        remote.beforeCreate = () -> machines.storage.weather = (call, name) -> Trouble.LOST_REQUEST;
        Machine one = new Machine("one");

        assertThat(one.run().source()).hasValue(VideoSource.RENDERED);
        assertThat(one.told(RenderEvent.Warning.class)).isNotEmpty();

        // The others find the claim of a build that is silent, and then its outcome is unknown to them.
        machines.storage.weather = (call, name) -> Trouble.NONE;
        assertThat(new Machine("two").run().status()).isEqualTo(VideoStatus.UNKNOWN);
        assertThat(remote.createdPrompts).hasSize(1);
    }

    @Test
    void a_clip_that_can_not_go_up_is_not_bought_again_by_others() {
        machines.storage.weather = (call, name) -> call.equals("put") ? Trouble.LOST_REQUEST : Trouble.NONE;
        Machine one = new Machine("one");
        assertThat(one.run().source()).hasValue(VideoSource.RENDERED);
        assertThat(one.told(RenderEvent.Warning.class)).isNotEmpty();

        assertThat(new Machine("two").run().source()).hasValue(VideoSource.RESUMED);
        assertThat(remote.createdPrompts).hasSize(1);
    }

    @Test
    void a_clip_that_could_not_go_up_goes_up_with_the_next_build_of_that_machine() {
        machines.storage.weather = (call, name) -> call.equals("put") ? Trouble.LOST_REQUEST : Trouble.NONE;
        Machine one = new Machine("one");
        one.run();
        machines.storage.weather = (call, name) -> Trouble.NONE;

        assertThat(one.run().source()).hasValue(VideoSource.CACHE);
        machines.storage.calls.clear();
        one.run();
        assertThat(machines.storage.calls).isEmpty();

        assertThat(new Machine("two").run().source()).hasValue(VideoSource.CACHE);
        assertThat(remote.createdPrompts).hasSize(1);
    }

    @Test
    void a_clip_goes_up_that_was_kept_just_before_its_build_died() throws Exception {
        Machine one = new Machine("one");
        // As good as dead: from the moment the clip is complete, nothing reaches the store.
        boolean[] dead = {false};
        remote.beforeDownload = () -> {
            dead[0] = true;
            return null;
        };
        machines.storage.weather = (call, name) -> dead[0] ? Trouble.LOST_REQUEST : Trouble.NONE;
        one.run();
        dead[0] = false;
        remote.beforeDownload = () -> null;

        one.run();

        assertThat(new Machine("two").run().source()).hasValue(VideoSource.CACHE);
        assertThat(remote.createdPrompts).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"WAITING", "SUBMITTING"})
    void a_job_whose_clip_came_from_the_others_is_forgotten_though_the_build_died_over_it(String phase)
            throws Exception {
        Machine one = new Machine("one");
        remote.renderTime = Duration.ofMinutes(10);
        one.run(one.settings().jobTimeout(Duration.ofMinutes(1)));
        Path job = one.fixture.cache.resolve(
                "jobs/" + SharedStates.keyOf(task("hero", "cat").request()) + ".json");
        String recorded = Files.readString(job);
        assertThat(recorded).contains("\"phase\":\"WAITING\"", "\"jobId\":\"job_1\"");
        assertThat(new Machine("two").run().source()).hasValue(VideoSource.RESUMED);
        assertThat(one.run().source()).hasValue(VideoSource.CACHE);

        // As a build leaves it that is killed when it has kept the clip.
        Files.writeString(
                job,
                phase.equals("WAITING")
                        ? recorded
                        : recorded.replace("WAITING", phase).replace(",\"jobId\":\"job_1\"", ""));
        Files.delete(one.fixture.output.resolve("hero.mp4"));

        assertThat(one.run().source()).hasValue(VideoSource.CACHE);
        assertThat(job).doesNotExist();
    }

    @Test
    void a_machine_that_can_not_write_takes_no_job_from_the_others() throws Exception {
        SharedEntry dead = submitElsewhere();
        dead.record(SharedStates.waiting(dead, createdJob()));
        Machine two = new Machine("two");
        machines.storage.weather = (call, name) -> {
            if (call.equals("replace")) {
                spoilLedger(two);
            }
            return Trouble.NONE;
        };
        assertThat(two.run().error().orElseThrow().kind()).isEqualTo(ErrorKind.STORAGE);
        machines.storage.weather = (call, name) -> Trouble.NONE;

        assertThat(new Machine("three").run().source()).hasValue(VideoSource.RESUMED);
        assertThat(remote.createdPrompts).hasSize(1);
    }

    @Test
    void the_others_learn_a_jobs_id_from_a_machine_whose_disk_fails() {
        Machine one = new Machine("one");
        remote.beforeCreate = () -> spoilLedger(one);
        List<String> known = new ArrayList<>();
        remote.beforeDownload = () -> {
            known.add(machines.storage
                    .text("jobs/" + SharedStates.keyOf(task("hero", "cat").request()) + ".json")
                    .orElse(""));
            return null;
        };

        assertThat(one.run().isCompleted()).isTrue();

        assertThat(known).singleElement().asString().contains("\"jobId\":\"job_1\"");
    }

    @Test
    void a_claim_that_can_not_be_confirmed_is_taken_back_and_nothing_is_unknown() {
        machines.storage.afterCall =
                () -> time.pass(Machines.TIMES.claimIsFresh().plusSeconds(1));
        boolean[] claimed = {false};
        machines.storage.weather = (call, name) -> {
            boolean lost = claimed[0] && call.equals("read");
            claimed[0] |= call.equals("claim") && name.startsWith("jobs/");
            return lost ? Trouble.LOST_REQUEST : Trouble.NONE;
        };
        Machine one = new Machine("one");
        assertThat(one.run().error().orElseThrow().code()).isEqualTo("shared_store_unreachable");
        machines.storage.weather = (call, name) -> Trouble.NONE;
        machines.storage.afterCall = () -> {};

        assertThat(one.run().source()).hasValue(VideoSource.RENDERED);
        assertThat(remote.createdPrompts).hasSize(1);
    }

    @Test
    void a_claim_that_could_not_be_taken_back_is_known_to_its_machine_as_not_sent() {
        boolean[] claimed = {false};
        machines.storage.afterCall =
                () -> time.pass(Machines.TIMES.claimIsFresh().plusSeconds(1));
        machines.storage.weather = (call, name) -> {
            boolean lost = claimed[0];
            claimed[0] |= call.equals("claim") && name.startsWith("jobs/");
            return lost ? Trouble.LOST_REQUEST : Trouble.NONE;
        };
        Machine one = new Machine("one");
        VideoResult failed = one.run();
        assertThat(failed.error().orElseThrow().code()).isEqualTo("shared_store_unreachable");
        machines.storage.weather = (call, name) -> Trouble.NONE;
        machines.storage.afterCall = () -> {};
        assertThat(one.plan()).isEqualTo("hero: new");

        assertThat(one.run().source()).hasValue(VideoSource.RENDERED);
        assertThat(remote.createdPrompts).hasSize(1);
    }

    @Test
    void what_was_not_sent_is_still_known_after_a_build_that_takes_the_kept_clip() {
        Machine one = new Machine("one");
        one.run();
        boolean[] claimed = {false};
        machines.storage.afterCall =
                () -> time.pass(Machines.TIMES.claimIsFresh().plusSeconds(1));
        machines.storage.weather = (call, name) -> {
            boolean lost = claimed[0];
            claimed[0] |= call.equals("replace") && name.startsWith("jobs/");
            return lost ? Trouble.LOST_REQUEST : Trouble.NONE;
        };
        VideoResult failed = one.run(one.settings().refresh(Refresh.ALL));
        assertThat(failed.error().orElseThrow().code()).isEqualTo("shared_store_unreachable");
        assertThat(remote.createdPrompts).hasSize(1);
        machines.storage.weather = (call, name) -> Trouble.NONE;
        machines.storage.afterCall = () -> {};

        assertThat(one.run().source()).hasValue(VideoSource.CACHE);

        VideoResult refreshed = one.run(one.settings().refresh(Refresh.ALL));
        assertThat(refreshed.error()).isEmpty();
        assertThat(refreshed.source()).hasValue(VideoSource.RENDERED);
        assertThat(remote.createdPrompts).hasSize(2);
    }

    @Test
    void a_claim_that_could_not_be_taken_back_at_once_is_taken_back_with_the_end_of_the_build() {
        int[] lost = {-1};
        machines.storage.afterCall =
                () -> time.pass(Machines.TIMES.claimIsFresh().plusSeconds(1));
        machines.storage.weather = (call, name) -> {
            boolean away = lost[0] >= 0 && lost[0]++ < 9;
            lost[0] = lost[0] < 0 && call.equals("claim") && name.startsWith("jobs/") ? 0 : lost[0];
            return away ? Trouble.LOST_REQUEST : Trouble.NONE;
        };

        assertThat(new Machine("one").run().error().orElseThrow().code()).isEqualTo("shared_store_unreachable");

        assertThat(lost[0]).isGreaterThanOrEqualTo(9);
        assertThat(new Machine("two").plan()).isEqualTo("hero: new");
    }

    @Test
    void trouble_with_taking_a_claim_back_hides_no_other_and_leaves_no_record_here() {
        machines.storage.afterCall =
                () -> time.pass(Machines.TIMES.claimIsFresh().plusSeconds(1));
        boolean[] claimed = {false};
        machines.storage.weather = (call, name) -> {
            if (claimed[0] && call.equals("read")) {
                throw new VideogenException(ErrorKind.STORAGE, "first_trouble", "The first.");
            }
            if (claimed[0] && call.equals("replace")) {
                throw new IllegalStateException("the second");
            }
            claimed[0] |= call.equals("claim") && name.startsWith("jobs/");
            return Trouble.NONE;
        };
        Machine one = new Machine("one");

        VideogenException told = one.run().error().orElseThrow();

        assertThat(told.code()).isEqualTo("first_trouble");
        assertThat(one.fixture.cache.resolve("jobs")).isEmptyDirectory();
        assertThat(remote.createdPrompts).isEmpty();
    }

    @Test
    void a_lost_job_is_not_passed_over_because_the_store_was_away_when_it_was_claimed() {
        remote.loseCreateReplies = true;
        remote.findLostJobs = true;
        remote.passesOverTakenJobs = true;
        int[] lost = {0};
        machines.storage.weather = (call, name) -> call.equals("claim") && name.startsWith("claims/") && lost[0]++ < 9
                ? Trouble.LOST_REQUEST
                : Trouble.NONE;

        assertThat(new Machine("one").run().source()).hasValue(VideoSource.RENDERED);

        assertThat(lost[0]).isGreaterThan(9);
        assertThat(remote.createdPrompts).containsExactly("cat");
    }

    @Test
    void a_lost_submission_takes_no_job_that_another_machine_claimed_and_is_not_looked_up_for_ever() throws Exception {
        Machine one = new Machine("one");
        one.fixture.run(one.settings(), task("other", "dog"));
        submitElsewhere();
        remote.findLostJobs = true;
        Machine two = new Machine("two");
        Instant before = time.instant();

        VideoResult unknown = two.run();

        assertThat(unknown.status()).isEqualTo(VideoStatus.UNKNOWN);
        assertThat(unknown.error().orElseThrow()).hasMessageContainingAll("job_1", "belongs to another");
        assertThat(Duration.between(before, time.instant())).isLessThan(Duration.ofMinutes(5));
        assertThat(remote.createdPrompts).containsExactly("dog");
        assertThat(two.plan()).startsWith("hero: unknown since");
        assertThat(two.run(two.settings().resubmit(Set.of("hero"))).source()).hasValue(VideoSource.RENDERED);
    }

    @Test
    void a_job_that_is_not_found_or_refused_is_perhaps_another_accounts_and_never_failed() throws Exception {
        VideogenException said = new VideogenException(ErrorKind.REFUSED, "not_there", "The API knows no such job.");
        for (PollOutcome answer : List.of(new PollOutcome.NotFound(said), new PollOutcome.Refused(said, 1))) {
            setUp();
            SharedEntry dead = submitElsewhere();
            dead.record(SharedStates.waiting(dead, createdJob()));
            time.pass(Duration.ofDays(7));
            remote.beforePoll = () -> answer;
            Machine two = new Machine("two" + answer.getClass().getSimpleName());

            VideoResult foreign = two.run();

            assertThat(foreign.error().orElseThrow()).hasMessageContainingAll("build of dead", "another account");
            assertThat(foreign.jobId()).hasValue("job_1");
            remote.beforePoll = () -> null;
            assertThat(new Machine("three" + answer.getClass().getSimpleName())
                            .run()
                            .source())
                    .hasValue(VideoSource.RESUMED);
        }
    }

    @Test
    void files_that_arrived_on_a_dead_machine_are_fetched_again_by_the_one_that_goes_on() throws Exception {
        Machine one = new Machine("one");
        VideoTask two = BatchFixture.clips("hero", "cat", 2);
        int[] fetched = {0};
        remote.beforeDownload =
                () -> ++fetched[0] > 1 ? new DownloadOutcome.Transient("a storm", Optional.empty()) : null;
        one.fixture.run(one.settings(), two);
        remote.beforeDownload = () -> null;
        Machine other = new Machine("other");

        assertThat(other.fixture.run(other.settings(), two).failures()).isEmpty();
        assertThat(other.fixture.output.resolve("hero-1.mp4")).exists();
        assertThat(remote.createdPrompts).hasSize(1);
    }

    @Test
    void a_store_that_ignores_conditions_is_refused_before_anything_is_bought() {
        machines.storage.weather = (call, name) ->
                call.equals("claim") || call.equals("replace") ? Trouble.CONDITION_IGNORED : Trouble.NONE;

        VideoResult refused = new Machine("one").run();

        assertThat(refused.error().orElseThrow().code()).isEqualTo("shared_store_unfit");
        assertThat(remote.createdPrompts).isEmpty();
    }

    @Test
    void refresh_buys_anew_for_all_and_others_keep_the_old_clip_until_then() {
        new Machine("one").run();
        Machine two = new Machine("two");
        Machine three = new Machine("three");
        remote.beforeCreate = () -> assertThat(three.plan()).isEqualTo("hero: cached");

        assertThat(two.run(two.settings().refresh(Refresh.ALL)).source()).hasValue(VideoSource.RENDERED);

        assertThat(remote.createdPrompts).hasSize(2);
        VideoResult taken = new Machine("four").run();
        assertThat(taken.source()).hasValue(VideoSource.CACHE);
        assertThat(taken.jobId()).hasValue("job_2");
    }

    @Test
    void a_clip_whose_files_have_expired_is_bought_again() {
        new Machine("one").run();
        machines.storage.calls.stream()
                .filter(call -> call.startsWith("put files/"))
                .toList()
                .forEach(call -> machines.storage.remove(call.substring("put ".length())));

        assertThat(new Machine("two").run().source()).hasValue(VideoSource.RENDERED);

        assertThat(remote.createdPrompts).hasSize(2);
    }

    @Test
    void a_thumbnail_that_is_no_picture_holds_no_clip_back() {
        remote.hasThumbnails = true;
        new Machine("one").run();

        assertThat(new Machine("two").run().source()).hasValue(VideoSource.CACHE);
        assertThat(remote.createdPrompts).hasSize(1);
    }

    @Test
    void drawn_clips_never_go_up() {
        remote.idPrefix = "videogen-preview-";
        new Machine("one").run();

        assertThat(machines.storage.calls).noneMatch(call -> call.startsWith("put "));
        assertThat(machines.storage.calls).noneMatch(call -> call.contains("claims/"));
        assertThat(new Machine("two").plan()).isEqualTo("hero: new");
    }

    @Test
    void objects_hold_no_address_of_a_result_and_no_token() {
        new Machine("one").run();

        machines.storage.calls.stream()
                .map(call -> call.substring(call.indexOf(' ') + 1))
                .filter(name -> name.startsWith("jobs/") || name.startsWith("claims/"))
                .forEach(name ->
                        assertThat(machines.storage.text(name).orElse("")).doesNotContain("/job_1/0"));
    }

    /** A build on a machine that is not heard of again. */
    private SharedEntry submitElsewhere() throws Exception {
        return submitElsewhere(task("hero", "cat"));
    }

    private SharedEntry submitElsewhere(VideoTask task) throws Exception {
        String key = SharedStates.keyOf(task.request());
        SharedEntry entry = machines.run("dead", time).entry(key);
        entry.look(false, false);
        assertThat(entry.record(SharedStates.submitting(key))).isTrue();
        return entry;
    }

    /** From now on no job can be recorded there. */
    private static void spoilLedger(Machine machine) {
        try {
            Path jobs = machine.fixture.cache.resolve("jobs");
            if (Files.isDirectory(jobs)) {
                Files.move(jobs, jobs.resolveSibling("jobs-away"));
            }
            Files.createDirectories(jobs.getParent());
            Files.write(jobs, new byte[0]);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String createdJob() {
        remote.create(task("hero", "cat").request(), "x");
        return "job_1";
    }

    private void buyElsewhere() {
        try {
            finish(submitElsewhere());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void finish(SharedEntry other) {
        try {
            Path clip = Files.write(folder.resolve("made.mp4"), MediaFiles.read("index-first.mp4"));
            assertThat(other.keep(machines.run("dead", time).putFiles(SharedStates.clip(other, clip))))
                    .isTrue();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
