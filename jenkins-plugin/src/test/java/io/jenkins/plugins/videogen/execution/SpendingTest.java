package io.jenkins.plugins.videogen.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.AbortException;
import io.jenkins.plugins.videogen.GenerateVideoStep;
import io.jenkins.plugins.videogen.shared.SharedStore;
import io.jenkins.plugins.videogen.spending.DayLimit;
import io.jenkins.plugins.videogen.spending.Purse;
import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.batch.Money;
import io.videogen.core.batch.Prices;
import io.videogen.core.engine.SubmissionGate;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What builds may buy a day, and what they tell of it. */
class SpendingTest {
    private static final Instant NOW = Instant.parse("2026-11-28T23:00:00Z");
    private static final Money TEN_CENTS = Money.parse("price", "0.10 USD");

    private final FakeApi api = new FakeApi();
    private final FakeSurroundings surroundings = new FakeSurroundings(api);

    @TempDir
    Path folder;

    @BeforeEach
    void name() {
        api.prefix = UUID.randomUUID() + "_";
    }

    @Test
    void soManyJobsADayAndNoMoreUntilTheNextAlsoAfterARestart() throws Exception {
        limit(NOW, new DayLimit("", Optional.of(2), Optional.empty()));
        run("one");
        run("two");
        limit(NOW, new DayLimit("", Optional.of(2), Optional.empty()));
        assertThatThrownBy(() -> run("three"))
                .isInstanceOf(AbortException.class)
                .hasMessageContainingAll("at most 2", "maxNewJobsPerDay");
        assertThat(api.created).hasValue(2);
        limit(NOW.plus(Duration.ofHours(2)), new DayLimit("", Optional.of(2), Optional.empty()));
        run("three");
        assertThat(api.created).hasValue(3);
    }

    @Test
    void theLimitOfAFolderIsForItsJobsAlone() throws Exception {
        limit(NOW, new DayLimit("team", Optional.of(1), Optional.empty()));
        run("one");
        assertThatThrownBy(() -> run("two")).hasMessageContaining("folder \"team\"");
        FakeBuild other = new FakeBuild();
        other.run().job.name = "teams/launch";
        run(step("two"), other);
        assertThat(api.created).hasValue(2);
    }

    @Test
    void whatIsRefusedCountsForNothing() throws Exception {
        limit(NOW, new DayLimit("", Optional.of(1), Optional.empty()));
        api.refusal = Optional.of(new VideogenException(ErrorKind.REFUSED, "refused", "Refused."));
        assertThatThrownBy(() -> run("one")).hasMessageContaining("Refused");
        api.refusal = Optional.empty();
        run("two");
        assertThatThrownBy(() -> run("three")).hasMessageContaining("at most 1");
    }

    @Test
    void soMuchMoneyADay() throws Exception {
        limit(NOW, new DayLimit("", Optional.empty(), Optional.of(Money.parse("limit", "1 USD"))));
        GenerateVideoStep eight = step("one");
        eight.setSeconds("8");
        run(eight, new FakeBuild());
        assertThatThrownBy(() -> run("two")).hasMessageContainingAll("0.80 USD", "0.40 USD", "maxCostPerDay");
        GenerateVideoStep two = step("three");
        two.setSeconds("2");
        run(two, new FakeBuild());
        GenerateVideoStep unknown = step("four");
        unknown.setModel("another");
        assertThatThrownBy(() -> run(unknown, new FakeBuild())).hasMessageContaining("is not known");
        assertThat(api.created).hasValue(2);
    }

    @Test
    void stepsAtOnceDoNotOverrunIt() throws Exception {
        limit(NOW, new DayLimit("", Optional.of(3), Optional.empty()));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            String prompt = "clip " + i;
            all.add(threads.submit(() -> run(prompt)));
        }
        threads.shutdown();
        int refused = 0;
        for (Future<?> one : all) {
            try {
                one.get();
            } catch (java.util.concurrent.ExecutionException e) {
                refused++;
            }
        }
        assertThat(refused).isEqualTo(13);
        assertThat(api.created).hasValue(3);
    }

    @Test
    void whatIsSharedCountsOnce() throws Exception {
        surroundings.store = Optional.of(new SharedStore(folder.resolve("store"), 1 << 20, Clock.systemUTC()));
        limit(NOW, new DayLimit("", Optional.of(1), Optional.empty()));
        run("one");
        assertThat(run("one")).containsEntry("source", "resumed");
        assertThat(api.created).hasValue(1);
    }

    @Test
    void aBuildTellsWhatItHasBought() throws Exception {
        limit(NOW, new DayLimit("", Optional.empty(), Optional.empty()));
        FakeBuild build = new FakeBuild();
        assertThat(BuildSpending.of(build.run())).isEmpty();
        run(step("one"), build);
        run(step("two"), build);
        GenerateVideoStep endless = step("three");
        endless.setSeconds(null);
        run(endless, build);
        assertThat(BuildSpending.of(build.run())).hasValueSatisfying(spending -> {
            assertThat(spending.jobs()).isEqualTo(3);
            assertThat(spending.seconds()).isEqualByComparingTo("8");
            assertThat(spending.ofUnknownLength()).isEqualTo(1);
            assertThat(spending.costs()).containsExactly("0.8 USD");
            assertThat(spending.ofUnknownCost()).isEqualTo(1);
        });
    }

    @Test
    void aPlanTellsTheCost() throws Exception {
        limit(NOW, new DayLimit("", Optional.empty(), Optional.empty()));
        GenerateVideoStep plan = step("one");
        plan.setPlan(true);
        assertThat(run(plan, new FakeBuild())).containsEntry("status", "new").containsEntry("cost", "0.40 USD");
    }

    private void limit(Instant now, DayLimit limit) {
        Prices prices = Prices.of(List.of(new Prices.Price("sora-2", Optional.of(TEN_CENTS), Optional.empty())));
        surroundings.purse =
                new Purse(prices, List.of(limit), folder.resolve("spending"), Clock.fixed(now, ZoneOffset.UTC));
    }

    private Map<String, Object> run(String prompt) throws Exception {
        return run(step(prompt), new FakeBuild());
    }

    private Map<String, Object> run(GenerateVideoStep step, FakeBuild build) throws Exception {
        VideoRender render = new VideoRender(
                step,
                null,
                new RenderProgress(Long.MAX_VALUE),
                build,
                surroundings.all(),
                Clock.fixed(NOW, ZoneOffset.UTC),
                new SubmissionGate());
        try {
            Next next = render.step();
            while (next instanceof Next.Again) {
                next = render.step();
            }
            return ((Next.Done) next).result();
        } finally {
            render.close();
        }
    }

    private static GenerateVideoStep step(String prompt) {
        GenerateVideoStep step = new GenerateVideoStep(prompt);
        step.setEndpoint("https://gateway.example.com");
        step.setModel("sora-2");
        step.setSeconds("4");
        return step;
    }
}
