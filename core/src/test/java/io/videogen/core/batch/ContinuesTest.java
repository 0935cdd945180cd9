package io.videogen.core.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.api.ApiName;
import io.videogen.core.download.DownloadOutcome;
import io.videogen.core.file.Sha256;
import io.videogen.core.http.Endpoint;
import io.videogen.core.output.VideoSource;
import io.videogen.core.remote.PollOutcome;
import io.videogen.core.request.Continued;
import io.videogen.core.request.Reference;
import io.videogen.core.request.VideoField;
import io.videogen.core.request.VideoRequest;
import io.videogen.core.request.VideoRequestBuilder;
import io.videogen.core.store.ClipStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Videos that go on where another one ends. */
class ContinuesTest {

    @TempDir
    Path folder;

    private BatchFixture batch;

    @BeforeEach
    void start() {
        batch = new BatchFixture(folder);
    }

    @Test
    void theSecondWaitsForTheFirstAndBeginsWithItsLastFrame() throws Exception {
        // Declared before the one that it continues: the order is no matter.
        BatchReport report = batch.run(after("b", "It lands", "a"), task("a", "It flies"));

        assertThat(report.failures()).isEmpty();
        assertThat(batch.remote.createdPrompts).containsExactly("It flies", "It lands");
        assertThat(batch.remote.mostInFlight).isEqualTo(1);
        VideoRequest sent = batch.remote.created.get(1);
        assertThat(sent.has(VideoField.CONTINUES)).isFalse();
        Path frame = ((Reference.LocalFile) sent.value(VideoField.FIRST_FRAME).orElseThrow()).path();
        assertThat(Files.readString(frame, StandardCharsets.ISO_8859_1))
                .endsWith("clip of " + BatchFixture.HERE + "/job_1/0");
        assertThat(report.spending().jobs()).isEqualTo(2);
    }

    @Test
    void nothingIsCutOrBoughtWhereAllIsThere() {
        VideoTask[] tasks = {task("a", "It flies"), after("b", "It lands", "a"), after("c", "It stands", "b")};
        batch.run(tasks);
        assertThat(batch.cut).hasSize(2);

        BatchReport report = batch.run(tasks);

        assertThat(report.videos()).allMatch(video -> video.source().get() == VideoSource.CACHE);
        assertThat(batch.cut).hasSize(2);
        assertThat(batch.remote.created).hasSize(3);
    }

    @Test
    void inALongChainEachPictureIsDigestedNotMoreOftenThanAFewTimes() throws Exception {
        int length = 30;
        Path picture = Files.write(folder.resolve("a.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        List<VideoTask> chain = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            VideoTask task = i == 0 ? task("v0", "It flies") : after("v" + i, "It flies", "v" + (i - 1));
            VideoRequest withPicture =
                    task.request().with(VideoField.INPUT_REFERENCE, List.of(new Reference.LocalFile(picture)));
            chain.add(new VideoTask(task.name(), withPicture, task.take(), task.before()));
        }
        AtomicInteger digests = new AtomicInteger();
        Planner planner = new Planner(
                batch.settings().build(),
                ClipStore.open(batch.cache, Clock.systemUTC(), batch.warnings::add),
                file -> {
                    digests.incrementAndGet();
                    return Sha256.of(file);
                },
                key -> Optional.empty());

        assertThat(planner.orders(chain)).hasSize(length);

        assertThat(digests).hasValueLessThan(6 * length);
    }

    @Test
    void aChangeOfTheFirstIsAChangeOfAllThatFollow() {
        batch.run(task("a", "It flies"), after("b", "It lands", "a"), after("c", "It stands", "b"));

        assertThat(batch.plan(
                        batch.settings(),
                        task("a", "It flies fast"),
                        after("b", "It lands", "a"),
                        after("c", "It stands", "b")))
                .containsExactly("a: new", "b: new", "c: new", "3 new jobs, 12 new seconds");
        assertThat(batch.plan(
                        batch.settings(),
                        task("a", "It flies"),
                        after("b", "It lands softly", "a"),
                        after("c", "It stands", "b")))
                .containsExactly("a: cached", "b: new", "c: new", "2 new jobs, 8 new seconds");
    }

    @Test
    void anotherNameOfTheFirstChangesNothing() {
        batch.run(task("a", "It flies"), after("b", "It lands", "a"));

        assertThat(batch.plan(batch.settings(), task("flight", "It flies"), after("b", "It lands", "flight")))
                .containsExactly("flight: cached", "b: cached", "0 new jobs, 0 new seconds");
    }

    @Test
    void refreshingTheFirstRefreshesTheSecondAndNotTheOtherWayRound() {
        VideoTask[] tasks = {task("a", "It flies"), after("b", "It lands", "a")};
        batch.run(tasks);

        batch.run(batch.settings().refresh(new Refresh(false, Set.of("b"))), tasks);
        assertThat(batch.remote.createdPrompts).containsExactly("It flies", "It lands", "It lands");

        batch.run(batch.settings().refresh(new Refresh(false, Set.of("a"))), tasks);
        assertThat(batch.remote.createdPrompts).endsWith("It flies", "It lands").hasSize(5);
        Path frame = ((Reference.LocalFile) batch.remote
                        .created
                        .get(4)
                        .value(VideoField.FIRST_FRAME)
                        .orElseThrow())
                .path();
        assertThat(frame).content(StandardCharsets.ISO_8859_1).endsWith("/job_4/0");
    }

    @Test
    void whereTheFirstFailsTheSecondIsNotBoughtAndSaysWhy() {
        BatchReport report =
                batch.run(task("a", "It is refused"), after("b", "It lands", "a"), after("c", "It stands", "b"));

        assertThat(batch.remote.created).isEmpty();
        assertThat(report.failures()).hasSize(3);
        assertThat(report.videos().get(1).error().orElseThrow())
                .hasMessageContainingAll("\"b\" continues \"a\"", "nothing was bought");
        assertThat(report.videos().get(2).error().orElseThrow()).hasMessageContaining("\"c\" continues \"b\"");
    }

    @Test
    void whereTheFirstFailsWhenItIsRefreshedTheSecondDoesNotContinueTheOldClip() {
        batch.run(task("a", "It flies"), after("b", "It lands", "a"));
        batch.remote.beforeCreate = () -> {
            throw new VideogenException(ErrorKind.REFUSED, "no", "No.");
        };

        BatchReport report = batch.run(
                batch.settings().refresh(new Refresh(false, Set.of("a"))),
                task("a", "It flies"),
                after("b", "It lands", "a"));

        assertThat(report.failures()).hasSize(2);
        assertThat(batch.remote.created).hasSize(2);
    }

    @Test
    void theFirstNeedNotBeAskedForIfItsClipIsKept() {
        List<VideoTask> tasks = VideoTask.linked(List.of(task("a", "It flies"), after("b", "It lands", "a")));

        BatchReport without = batch.run(tasks.get(1));
        assertThat(without.failures().get(0).error().orElseThrow()).hasMessageContaining("ask for both");
        assertThat(batch.remote.created).isEmpty();

        batch.run(tasks.get(0));
        assertThat(batch.run(tasks.get(1)).failures()).isEmpty();
        assertThat(batch.remote.createdPrompts).containsExactly("It flies", "It lands");
    }

    @Test
    void ofSeveralClipsTheChosenOneGoesOn() {
        VideoTask two = new VideoTask(
                "a",
                VideoRequest.builder("It flies")
                        .model("kling")
                        .seconds("4")
                        .set(VideoField.N, 2)
                        .build(),
                OptionalInt.of(2));

        batch.run(two, after("b", "It lands", "a"));

        Path frame = ((Reference.LocalFile) batch.remote
                        .created
                        .get(1)
                        .value(VideoField.FIRST_FRAME)
                        .orElseThrow())
                .path();
        assertThat(frame).content(StandardCharsets.ISO_8859_1).endsWith("/job_1/1");
        VideoTask one = new VideoTask(two.name(), two.request(), OptionalInt.of(1));
        assertThat(batch.plan(batch.settings(), one, after("b", "It lands", "a")))
                .containsExactly("a: cached", "b: new", "1 new job, 4 new seconds");
    }

    @Test
    void aJobOfTheSecondIsTakenUpWithoutTheFrame() {
        VideoTask[] tasks = {task("a", "It flies"), after("b", "It lands", "a")};
        batch.run(tasks[0]);
        batch.remote.renderTime = Duration.ofHours(1);
        batch.run(batch.settings().jobTimeout(Duration.ofMinutes(1)), tasks);
        assertThat(batch.cut).hasSize(1);
        batch.remote.renderTime = Duration.ofSeconds(1);

        BatchReport report = batch.run(tasks);

        assertThat(report.videos().get(1).source()).contains(VideoSource.RESUMED);
        assertThat(batch.cut).hasSize(1);
        assertThat(batch.remote.created).hasSize(2);
    }

    @Test
    void namesThatLeadNowhereOrInACircleAreMistakes() {
        assertMistake("a circle", after("a", "x", "b"), after("b", "y", "a"));
        assertMistake("a circle", after("a", "x", "a"));
        assertMistake("Did you mean \"hero\"", task("hero", "x"), after("b", "y", "hreo"));
        assertMistake("\"continues\" and \"firstFrame\"", () -> VideoRequest.builder("x")
                .set(VideoField.CONTINUES, "a")
                .set(VideoField.FIRST_FRAME, new Reference.LastFrame("z"))
                .build());
        assertThat(batch.remote.created).isEmpty();
    }

    @Test
    void whereAnApiKnowsOneReferenceAloneItIsTheFirstFrame() {
        VideoTask first = new VideoTask(
                "a", VideoRequest.builder("x").model("sora-2").seconds("4").build());
        VideoTask second = new VideoTask(
                "b",
                VideoRequest.builder("y")
                        .model("sora-2")
                        .seconds("4")
                        .set(VideoField.CONTINUES, "a")
                        .build());

        assertThat(batch.run(batch.settings().api(ApiName.LCONAI), first, second)
                        .failures())
                .isEmpty();
        assertThat(batch.remote.created.get(1).references()).hasSize(1);
    }

    @Test
    void whereTheApiMakesALastFrameItIsTakenAndNothingIsCut() throws Exception {
        batch.remote.hasLastFrames = true;
        VideoTask[] tasks = {
            ark("a", "It flies", null), ark("b", "It lands", "a"), ark("c", "It stands", "b"), ark("d", "Alone", null)
        };

        BatchReport report = batch.run(onArk(), tasks);

        assertThat(report.failures()).isEmpty();
        assertThat(batch.cut).isEmpty();
        assertThat(frameOf("It lands")).hasFileName("lastFrame.png");
        assertThat(frameOf("It lands")).content().isEqualTo("clip of " + BatchFixture.HERE + "/job_1/end");
        // Only of those that another one continues.
        assertThat(batch.remote.created)
                .filteredOn(request -> request.options().isPresent())
                .extracting(VideoRequest::prompt)
                .containsExactlyInAnyOrder("It flies", "It lands");
        assertThat(batch.output).isDirectoryNotContaining("glob:**.png");
        assertThat(batch.plan(onArk(), tasks)).endsWith("0 new jobs, 0 new seconds");
    }

    @Test
    void theLastFrameIsKeptForAVideoThatComesLater() {
        batch.remote.hasLastFrames = true;
        batch.run(onArk(), ark("a", "It flies", null), ark("b", "It lands", "a"));

        batch.run(onArk(), ark("a", "It flies", null), ark("c", "It crashes", "a"));

        assertThat(batch.cut).isEmpty();
        assertThat(frameOf("It crashes")).hasFileName("lastFrame.png");
    }

    @Test
    void aLastFrameThatCanNotBeHadIsCut() {
        batch.remote.hasLastFrames = true;
        batch.remote.beforeLastFrame = () -> new DownloadOutcome.Transient("HTTP 503", Optional.empty());

        BatchReport report = batch.run(onArk(), ark("a", "It flies", null), ark("b", "It lands", "a"));

        assertThat(report.failures()).isEmpty();
        assertThat(batch.cut).hasSize(1);
        assertThat(batch.events.toString()).contains("No last frame of video \"a\" could be had.");
    }

    @Test
    void whoSaysThatThereShallBeNoLastFrameGetsNone() {
        batch.remote.hasLastFrames = true;
        VideoTask without = new VideoTask(
                "a",
                VideoRequest.builder("It flies")
                        .model("seedance")
                        .seconds("4")
                        .set(VideoField.OPTIONS, "{\"return_last_frame\": false}")
                        .build());

        batch.run(onArk(), without, ark("b", "It lands", "a"));

        assertThat(batch.remote.created.get(0).options().orElseThrow().text())
                .isEqualTo("{\"return_last_frame\":false}");
        assertThat(batch.cut).hasSize(1);
    }

    @Test
    void aClipThatTheApiMakesLongerGoesByTheIdOfItsJob() {
        VideoTask[] tasks = {task("a", "It flies"), after("b", "It lands", "a extended")};

        BatchReport report = batch.run(onOpenRouter(), tasks);

        assertThat(report.failures()).isEmpty();
        assertThat(batch.cut).isEmpty();
        VideoRequest sent = batch.remote.created.get(1);
        assertThat(sent.continued()).contains(new Continued("job_1", true));
        assertThat(sent.firstFrame()).isEmpty();
        assertThat(batch.plan(onOpenRouter(), tasks)).endsWith("0 new jobs, 0 new seconds");
        assertThat(batch.plan(onOpenRouter(), task("a", "It flies fast"), tasks[1]))
                .containsExactly("a: new", "b: new", "2 new jobs, 8 new seconds");
        assertThat(batch.plan(onOpenRouter(), tasks[0], after("b", "It lands", "a")))
                .containsExactly("a: cached", "b: new", "1 new job, 4 new seconds");
    }

    @Test
    void theManifestAndTheGalleryNameTheVideoThatIsContinued() {
        batch.run(
                onOpenRouter(),
                task("a", "It flies"),
                after("b", "It lands", "a extended"),
                after("c", "It crashes", "a"));

        assertThat(batch.output.resolve("videogen.json"))
                .content()
                .contains("\"continues\" : \"a extended\"", "\"continues\" : \"a\"");
        assertThat(batch.output.resolve("index.html")).content().contains("a extended");
    }

    @Test
    void openAiKeepsModelAndSizeOfTheClipThatItMakesLonger() {
        VideoTask a = sora("a", "sora-2", null, null);
        for (VideoTask other :
                List.of(sora("b", "sora-2-pro", null, "a extended"), sora("b", "sora-2", "1280x720", "a extended"))) {
            assertThatThrownBy(() -> batch.run(onOpenAi(), a, other))
                    .hasMessageContainingAll("Video \"b\"", "\"a extended\"", "its model and its size");
            assertThatThrownBy(() -> batch.plan(onOpenAi(), a, other)).isInstanceOf(VideogenException.class);
        }
        assertThatThrownBy(() -> batch.run(
                        onOpenAi(),
                        a,
                        sora("b", null, null, "a extended"),
                        sora("c", "sora-2-pro", null, "b extended")))
                .hasMessageContainingAll("Video \"c\"", "\"sora-2-pro\"", "\"sora-2\"");
        assertThat(batch.remote.created).isEmpty();

        BatchReport report =
                batch.run(onOpenAi(), a, sora("b", null, null, "a extended"), sora("c", "sora-2", null, "b extended"));

        assertThat(report.failures()).isEmpty();
        assertThat(batch.remote.created).hasSize(3);
        // One that begins with the last frame has its own.
        assertThat(batch.run(onOpenAi(), a, sora("d", "sora-2-pro", "1280x720", "a"))
                        .failures())
                .isEmpty();
    }

    @Test
    void aJobThatTheApiDoesNotKnowAnyMoreIsNotMadeLongerAndNothingIsBought() {
        batch.run(onOpenRouter(), task("a", "It flies"));
        batch.remote.beforePoll = () -> new PollOutcome.NotFound(
                new VideogenException(ErrorKind.REFUSED, "not_found", "There is no job \"job_1\" (HTTP 404)."));

        BatchReport report = batch.run(onOpenRouter(), task("a", "It flies"), after("b", "It lands", "a extended"));

        assertThat(batch.remote.created).hasSize(1);
        assertThat(report.failures().get(0).error().orElseThrow())
                .hasMessageContainingAll(
                        "The video \"b\" makes \"a\" longer",
                        "\"job_1\"",
                        "(HTTP 404). Nothing was bought",
                        "begin with its last frame");
    }

    @Test
    void aJobOfAnotherEndpointIsNotMadeLonger() {
        batch.run(onOpenRouter(), task("a", "It flies"));
        FakeRemote elsewhere = new FakeRemote("https://elsewhere.example.com", batch.time);

        BatchReport report = batch.batch(
                        onOpenRouter().endpoint(Endpoint.parse("https://elsewhere.example.com", false)), elsewhere)
                .run(List.of(task("a", "It flies"), after("b", "It lands", "a extended")));

        assertThat(elsewhere.created).isEmpty();
        assertThat(report.failures().get(0).error().orElseThrow())
                .hasMessageContainingAll("it was made at \"" + BatchFixture.HERE + "\"", "Nothing was bought");
    }

    @Test
    void whereAnApiMakesNothingLongerThatIsSaidBeforeAnythingIsBought() {
        assertMistake(
                "no way to make a clip longer. These APIs have it: \"openai\", \"openrouter\", \"gemini\"",
                task("a", "It flies"),
                after("b", "It lands", "a extended"));
        assertMistake("such as \"flight\", or as \"flight extended\"", () -> after("b", "It lands", "a twice"));
        assertThat(batch.remote.created).isEmpty();
    }

    private BatchSettingsBuilder onOpenRouter() {
        return batch.settings().api(ApiName.OPENROUTER);
    }

    private BatchSettingsBuilder onOpenAi() {
        return batch.settings().api(ApiName.OPENAI);
    }

    private static VideoTask sora(String name, String model, String size, String before) {
        VideoRequestBuilder request = VideoRequest.builder("Video " + name)
                .model(model)
                .seconds("4")
                .size(size)
                .set(VideoField.CONTINUES, before);
        return new VideoTask(name, request.build());
    }

    private BatchSettingsBuilder onArk() {
        return batch.settings().api(ApiName.ARK);
    }

    private static VideoTask ark(String name, String prompt, String before) {
        VideoRequestBuilder request =
                VideoRequest.builder(prompt).model("seedance").seconds("4");
        return new VideoTask(name, (before == null ? request : request.set(VideoField.CONTINUES, before)).build());
    }

    /** What a video began with. */
    private Path frameOf(String prompt) {
        VideoRequest sent = batch.remote.created.stream()
                .filter(request -> request.prompt().equals(prompt))
                .findFirst()
                .orElseThrow();
        return ((Reference.LocalFile) sent.value(VideoField.FIRST_FRAME).orElseThrow()).path();
    }

    private void assertMistake(String words, VideoTask... tasks) {
        assertMistake(words, () -> batch.run(tasks));
    }

    private static void assertMistake(String words, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(VideogenException.class).hasMessageContaining(words);
    }

    private static VideoTask task(String name, String prompt) {
        return BatchFixture.task(name, prompt);
    }

    static VideoTask after(String name, String prompt, String before) {
        return new VideoTask(
                name,
                VideoRequest.builder(prompt)
                        .model("kling")
                        .seconds("4")
                        .set(VideoField.CONTINUES, before)
                        .build());
    }
}
