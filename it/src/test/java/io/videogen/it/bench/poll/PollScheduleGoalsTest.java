package io.videogen.it.bench.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.videogen.core.poll.LearningSchedule;
import io.videogen.core.poll.MemoryLengthHistory;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Seconds of delay times requests per job, in virtual time with fixed seeds: the product that a schedule must keep low. */
class PollScheduleGoalsTest {

    private static final int JOBS = 4_000;
    private static final Duration SHORTEST = Duration.ofSeconds(2);

    private static LearningSchedule cold() {
        return new LearningSchedule(new MemoryLengthHistory(), SHORTEST);
    }

    /** The mean over several histories of 50 jobs: one history alone would be luck. */
    private static double afterFiftyJobs(JobLengths lengths) {
        PollSimulation simulation = new PollSimulation(lengths, ProgressStyle.NONE);
        double delay = 0;
        double requests = 0;
        int histories = 10;
        for (int i = 0; i < histories; i++) {
            LearningSchedule schedule = cold();
            simulation.play(schedule, 50, 100 + i, true);
            PollSimulation.Cost cost = simulation.play(schedule, JOBS, 7 + i, false);
            delay += cost.delay() / histories;
            requests += cost.requests() / histories;
        }
        return delay * requests;
    }

    @Test
    void coldItCostsAtMost60() {
        PollSimulation.Cost cost =
                new PollSimulation(JobLengths.LOG_NORMAL, ProgressStyle.NONE).play(cold(), JOBS * 5, 1, false);

        assertThat(cost.product()).isLessThanOrEqualTo(60);
    }

    @Test
    void afterFiftyJobsItCostsAtMost56() {
        assertThat(afterFiftyJobs(JobLengths.LOG_NORMAL)).isLessThanOrEqualTo(56);
    }

    @ParameterizedTest
    @EnumSource
    void afterFiftyJobsItIsWithinAnEighthOfTheLimit(JobLengths lengths) {
        assertThat(afterFiftyJobs(lengths)).isBetween(lengths.limit() * 0.98, lengths.limit() * 1.125);
    }

    @ParameterizedTest
    @EnumSource(names = {"LINEAR", "NEARLY_LINEAR"})
    void honestProgressNeedsFourRequestsAndASecond(ProgressStyle style) {
        LearningSchedule schedule = cold();
        PollSimulation simulation = new PollSimulation(JobLengths.LOG_NORMAL, style);
        simulation.play(schedule, 50, 3, true);

        PollSimulation.Cost cost = simulation.play(schedule, JOBS, 4, true);

        assertThat(cost.requests()).isLessThanOrEqualTo(4);
        assertThat(cost.delay()).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"STUCK_AT_99", "JUMPS", "ALWAYS_0", "ENDS_AT_50"})
    void dishonestProgressIsNoWorseThanNone(ProgressStyle style) {
        PollSimulation.Cost without =
                new PollSimulation(JobLengths.LOG_NORMAL, ProgressStyle.NONE).play(cold(), JOBS, 5, true);
        PollSimulation.Cost with = new PollSimulation(JobLengths.LOG_NORMAL, style).play(cold(), JOBS, 5, true);

        assertThat(with.product()).isLessThanOrEqualTo(without.product() * 1.005);
    }
}
