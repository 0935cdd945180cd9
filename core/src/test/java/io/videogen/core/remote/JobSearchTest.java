package io.videogen.core.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.videogen.core.api.ApiName;
import io.videogen.core.request.VideoField;
import io.videogen.core.request.VideoRequest;
import io.videogen.core.testing.Words;
import io.videogen.preview.script.Fault;
import io.videogen.preview.script.Faults;
import io.videogen.preview.script.Operation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The job of a lost reply is adopted only if it must be ours. */
@Timeout(60)
class JobSearchTest {

    private static final Instant SUBMITTED = Instant.parse("2026-11-22T10:00:00Z");
    private static final VideoRequest REQUEST = VideoRequest.builder("a cat")
            .model("sora-2")
            .seconds("4")
            .size("1280x720")
            .build();

    @TempDir
    Path folder;

    private ClientRun run;

    @BeforeEach
    void start() throws Exception {
        run = new ClientRun(ApiName.OPENAI, folder);
    }

    @AfterEach
    void stop() {
        run.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "the prompt is echoed | 5 | 'prompt':'a cat' | Found",
                "all but the prompt is echoed | 5 | 'prompt':null,'model':'sora-2','seconds':'4.0','size':'1280x720' | Found",
                "the clocks differ a little | -100 | 'prompt':'a cat' | Found",
                "another prompt | 5 | 'prompt':'a dog','model':'sora-2','seconds':'4','size':'1280x720' | NoneFits",
                "another model | 5 | 'prompt':'a cat','model':'veo3' | NoneFits",
                "another size | 5 | 'model':'sora-2','seconds':'4','size':'720x1280' | NoneFits",
                "another length | 5 | 'model':'sora-2','seconds':8,'size':'1280x720' | NoneFits",
                "it names another submission | 5 | 'prompt':'a cat','submission':'another' | NoneFits",
                "too early | -600 | 'prompt':'a cat' | NoneFits",
                "too late | 1200 | 'prompt':'a cat' | NoneFits",
                "only the time fits | 5 | 'x':1 | Ambiguous",
                "time and model fit | 5 | 'model':'sora-2' | Ambiguous"
            })
    void one_job_in_the_list(String what, int secondsLater, String echo, String outcome) throws Exception {
        list(job("video_1", secondsLater, echo));

        assertThat(find().getClass().getSimpleName()).as(what).isEqualTo(outcome);
    }

    /** Of a clip that is made longer, neither model nor size is sent, and the list tells the whole length. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'prompt':'a cat','model':'sora-2-pro','seconds':'8','size':'720x1280' | Found",
                "'prompt':'a dog' | NoneFits",
                "'model':'sora-2','seconds':'4','size':'1280x720' | Ambiguous"
            })
    void a_clip_that_is_made_longer(String echo, String outcome) throws Exception {
        list(job("video_1", 5, echo));
        VideoRequest longer = REQUEST.with(VideoField.CONTINUES, "video_0 extended");

        assertThat(run.jobs
                        .lookUp(longer, new Lookup("s", SUBMITTED, Optional.empty(), id -> false))
                        .getClass()
                        .getSimpleName())
                .isEqualTo(outcome);
    }

    @Test
    void a_job_without_a_time_is_not_adopted() throws Exception {
        list("{'id':'video_1','prompt':'a cat'}");

        assertThat(find()).isInstanceOf(LookupOutcome.NoneFits.class);
    }

    @Test
    void two_jobs_that_fit_are_ambiguous() throws Exception {
        list(job("video_1", 5, "'prompt':'a cat'") + "," + job("video_2", 6, "'prompt':'a cat'"));

        assertThat(find())
                .isEqualTo(new LookupOutcome.Ambiguous(2, List.of(Words.said("video_1"), Words.said("video_2"))));
    }

    @Test
    void a_job_of_another_video_of_ours_is_left_out() throws Exception {
        list(job("video_1", 5, "'prompt':'a cat'") + "," + job("video_2", 6, "'prompt':'a cat'"));

        assertThat(find("video_1"::equals)).isEqualTo(new LookupOutcome.Found(Words.said("video_2")));
    }

    @Test
    void the_prompt_decides_between_jobs_that_look_alike() throws Exception {
        String alike = "'model':'sora-2','seconds':'4','size':'1280x720'";
        list(job("video_1", 5, alike) + "," + job("video_2", 6, alike + ",'prompt':'a cat'"));

        assertThat(find()).isEqualTo(new LookupOutcome.Found(Words.said("video_2")));
    }

    @Test
    void further_pages_are_read_until_the_time_is_passed() throws Exception {
        Fault first = page(job("video_9", 500, "'prompt':'x'"), true);
        Fault second = page(job("video_2", 5, "'prompt':'a cat'") + "," + job("video_1", -9000, "'x':1"), true);
        run.server.script().on(Operation.LIST, 1, first).on(Operation.LIST, 1, second);

        assertThat(find()).isEqualTo(new LookupOutcome.Found(Words.said("video_2")));
        assertThat(run.server.requests()).hasSize(2);
        assertThat(run.server.requests().get(1).parameter("after")).contains("video_9");
    }

    @Test
    void a_list_that_never_ends_is_given_up() throws Exception {
        String jobs = IntStream.range(0, 3)
                .mapToObj(i -> job("video_" + i, 5, "'prompt':'x'"))
                .collect(Collectors.joining(","));
        run.server.script().on(Operation.LIST, page(jobs, true));

        assertThat(find()).isInstanceOf(LookupOutcome.NoneFits.class);
        assertThat(run.server.requests()).hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void an_api_without_a_list_says_so() throws Exception {
        for (Fault fault :
                new Fault[] {Faults.status(404), Faults.status(405), Faults.status(403), Faults.json(200, "{}")}) {
            run.server.script().clearFaults().on(Operation.LIST, fault);

            assertThat(find()).isInstanceOf(LookupOutcome.NotPossible.class);
        }
    }

    @Test
    void trouble_with_the_list_is_worth_another_try() throws Exception {
        for (Fault fault : new Fault[] {
            Faults.status(500), Faults.status(429, "4"), Faults.dropBefore(), Faults.html(200), Faults.html(403)
        }) {
            run.server.script().clearFaults().on(Operation.LIST, fault);

            assertThat(find()).isInstanceOf(LookupOutcome.Transient.class);
        }
    }

    @Test
    void a_search_goes_on_where_a_killed_build_had_got_to() throws Exception {
        Fault first = page(job("video_9", 500, "'prompt':'a cat'"), true);
        Fault second = page(job("video_8", 400, "'prompt':'x'"), true);
        Fault third = page(job("video_1", -9000, "'x':1"), true);
        run.server
                .script()
                .on(Operation.LIST, 1, first)
                .on(Operation.LIST, 1, second)
                .on(Operation.LIST, 1, third);
        Optional<String> mark = Optional.empty();
        for (int build = 0; build < 2; build++) {
            LookupOutcome page = run.jobs.lookUp(REQUEST, new Lookup("s", SUBMITTED, mark, id -> false));
            mark = Optional.of(((LookupOutcome.More) page).mark());
        }

        assertThat(run.jobs.lookUp(REQUEST, new Lookup("s", SUBMITTED, mark, id -> false)))
                .isEqualTo(new LookupOutcome.Found(Words.said("video_9")));
        assertThat(run.jobs.lookUp(REQUEST, new Lookup("s", SUBMITTED, Optional.of("{damaged"), id -> false)))
                .isInstanceOf(LookupOutcome.class);
        assertThat(run.server.requests().get(2).parameter("after")).contains("video_8");
        assertThat(run.server.requests().get(3).parameter("after")).isEmpty();
    }

    private LookupOutcome find() throws InterruptedException {
        return find(id -> false);
    }

    private LookupOutcome find(Predicate<String> known) throws InterruptedException {
        LookupOutcome outcome = run.jobs.lookUp(REQUEST, new Lookup("s", SUBMITTED, Optional.empty(), known));
        while (outcome instanceof LookupOutcome.More more) {
            outcome = run.jobs.lookUp(REQUEST, new Lookup("s", SUBMITTED, Optional.of(more.mark()), known));
        }
        return outcome;
    }

    private void list(String jobs) {
        run.server.script().on(Operation.LIST, page(jobs, false));
    }

    private static Fault page(String jobs, boolean more) {
        String json = "{'object':'list','data':[" + jobs + "],'has_more':" + more + "}";
        return Faults.json(200, json.replace('\'', '"'));
    }

    private static String job(String id, int secondsLater, String echo) {
        Instant created = SUBMITTED.plus(Duration.ofSeconds(secondsLater));
        return "{'id':'" + id + "','created_at':" + created.getEpochSecond() + "," + echo + "}";
    }
}
