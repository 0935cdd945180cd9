package io.videogen.core.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.videogen.core.engine.PollView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LearningScheduleTest {

    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);

    private static PollView view(double age, PollView.Point... progress) {
        return new PollView(Optional.of("sora-2"), Duration.ofMillis((long) (age * 1000)), List.of(progress));
    }

    private static PollView.Point point(double age, double percent) {
        return new PollView.Point(Duration.ofMillis((long) (age * 1000)), percent);
    }

    private static MemoryLengthHistory history(int jobs, double seconds, OptionalDouble error) {
        MemoryLengthHistory history = new MemoryLengthHistory();
        IntStream.range(0, jobs)
                .forEach(i -> history.add(
                        "sora-2", new JobLength(Duration.ofMillis((long) (seconds * (990 + i % 20))), error)));
        return history;
    }

    @Test
    void neverAsksMoreOftenThanTheShortestWait() {
        LearningSchedule schedule =
                new LearningSchedule(history(50, 90, OptionalDouble.empty()), Duration.ofSeconds(15));

        for (double age = 0; age < 4000; age += 7) {
            assertThat(schedule.next(view(age))).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(60));
        }
    }

    @Test
    void waitsLongBeforeTheUsualLengthAndShortAroundIt() {
        LearningSchedule schedule = new LearningSchedule(history(50, 120, OptionalDouble.empty()), TWO_SECONDS);

        assertThat(schedule.next(view(30))).isGreaterThan(Duration.ofSeconds(10));
        assertThat(schedule.next(view(119))).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void believesProgressOnlyOnceEarlierJobsHaveProvedIt() {
        PollView halfWay = view(60, point(60, 50));
        LearningSchedule untried = new LearningSchedule(history(50, 90, OptionalDouble.empty()), TWO_SECONDS);
        LearningSchedule proved = new LearningSchedule(history(50, 90, OptionalDouble.of(0.01)), TWO_SECONDS);
        LearningSchedule deceived = new LearningSchedule(history(50, 90, OptionalDouble.of(0.5)), TWO_SECONDS);

        assertThat(proved.next(halfWay)).isGreaterThan(Duration.ofSeconds(40));
        assertThat(untried.next(halfWay)).isLessThan(Duration.ofSeconds(20));
        assertThat(deceived.next(halfWay)).isEqualTo(untried.next(halfWay));
    }

    @Test
    void goesBackToTheCurveWhenAJobOutrunsItsForecast() {
        LearningSchedule proved = new LearningSchedule(history(50, 90, OptionalDouble.of(0.01)), TWO_SECONDS);
        LearningSchedule untried = new LearningSchedule(history(50, 90, OptionalDouble.empty()), TWO_SECONDS);

        assertThat(proved.next(view(400, point(90, 99)))).isEqualTo(untried.next(view(400)));
    }

    @Test
    void remembersTheLengthOfEveryCompletedJob() {
        MemoryLengthHistory history = new MemoryLengthHistory();
        LearningSchedule schedule = new LearningSchedule(history, TWO_SECONDS);

        schedule.completed(view(100), Duration.ofSeconds(90));
        schedule.completed(view(100, point(50, 50)), Duration.ofSeconds(98));

        assertThat(history.of("sora-2").get(0))
                .isEqualTo(new JobLength(Duration.ofSeconds(95), OptionalDouble.empty()));
        assertThat(history.of("sora-2").get(1).length()).isBetween(Duration.ofSeconds(98), Duration.ofSeconds(100));
        assertThat(history.of("sora-2").get(1).forecastError()).hasValue(0);
    }

    @Test
    void hostileProgressNeverLeadsToAnAbsurdWait() {
        LearningSchedule proved = new LearningSchedule(history(50, 90, OptionalDouble.of(0)), TWO_SECONDS);
        List<Duration> waits = new ArrayList<>();
        for (double percent : new double[] {-5, 0, 0.001, 1, 99, 99.999, 100, 1e300, Double.NaN}) {
            waits.add(proved.next(view(0, point(0, percent))));
            waits.add(proved.next(view(1e6, point(1, percent))));
        }

        assertThat(waits).allSatisfy(wait -> assertThat(wait).isBetween(TWO_SECONDS, Duration.ofSeconds(60)));
    }
}
