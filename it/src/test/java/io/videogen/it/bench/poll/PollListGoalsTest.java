package io.videogen.it.bench.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.videogen.core.poll.LearningSchedule;
import io.videogen.core.poll.MemoryLengthHistory;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Jobs in flight together, asked for by lists that are honest and by lists that are not, in virtual time. The simulation
 * itself sees to it that no job is taken for anything that it is not.
 */
class PollListGoalsTest {

    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final int JOBS = 2_000;

    private PollSimulation.Cost cost;
    private double latest;

    private void play(JobLengths lengths, ListStyle style, int atOnce) throws InterruptedException {
        LearningSchedule schedule = new LearningSchedule(new MemoryLengthHistory(), SHORTEST);
        new PollSimulation(lengths, ProgressStyle.NONE).play(schedule, 50, 100, true);
        FleetSimulation simulation = new FleetSimulation(lengths, style, SHORTEST);
        cost = simulation.play(schedule, atOnce, JOBS / atOnce, 1, false);
        latest = simulation.delays().stream().mapToDouble(delay -> delay).max().orElseThrow();
        assertThat(simulation.delays()).hasSize(JOBS / atOnce * atOnce);
    }

    @ParameterizedTest
    @EnumSource
    void twenty_jobs_at_once_cost_at_most_12(JobLengths lengths) throws Exception {
        play(lengths, ListStyle.HONEST, 20);

        assertThat(cost.product()).isLessThanOrEqualTo(12);
    }

    @ParameterizedTest
    @CsvSource({"3", "4", "20", "100"})
    void without_a_list_it_costs_what_it_did(int atOnce) throws Exception {
        play(JobLengths.LOG_NORMAL, ListStyle.NONE, 1);
        double alone = cost.product();
        play(JobLengths.LOG_NORMAL, ListStyle.NONE, atOnce);

        assertThat(cost.product()).isBetween(alone * 0.99, alone * 1.01);
    }

    /** The bound on the mean is for all of them: most cost nothing, the worst are found out a few questions later. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TURNS_BAD")
    void a_list_that_lies_is_found_out_before_it_costs_much(ListStyle style) throws Exception {
        for (int atOnce : new int[] {3, 4, 20, 100}) {
            play(JobLengths.LOG_NORMAL, ListStyle.NONE, atOnce);
            PollSimulation.Cost without = cost;
            play(JobLengths.LOG_NORMAL, style, atOnce);

            assertThat(cost.requests()).isLessThanOrEqualTo(1.2 * without.requests());
            assertThat(cost.delay()).isLessThanOrEqualTo(2 * without.delay());
            assertThat(latest).isLessThanOrEqualTo(45);
        }
    }

    /** By the ends that it should have told; the more jobs there are, the sooner. Alone the latest is found 11 s late. */
    @ParameterizedTest
    @CsvSource({"4, 90", "20, 40", "100, 30"})
    void a_list_that_was_believed_and_freezes_is_found_out(int atOnce, int seconds) throws Exception {
        play(JobLengths.LOG_NORMAL, ListStyle.TURNS_BAD, atOnce);

        assertThat(latest).isLessThanOrEqualTo(seconds);
    }
}
