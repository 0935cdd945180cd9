package io.jenkins.plugins.videogen.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.videogen.execution.BuildSpending;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BuildVideosActionTest {

    @Test
    void tellsJobsSecondsAndCost() {
        BuildVideosAction action =
                bought(new BuildSpending(2, new BigDecimal("12"), 0, List.of("1.2 USD", "40 credits"), 0));
        assertThat(action.getBought()).contains("2 jobs, 12 seconds, about 1.2 USD + 40 credits");
        assertThat(action.getJobs()).isEqualTo(2);
        assertThat(action.getSeconds()).isEqualTo(12);
        assertThat(action.getCosts()).containsExactly("1.2 USD", "40 credits");
    }

    @Test
    void marksSumsThatAreNotAllOfIt() {
        BuildVideosAction action = bought(new BuildSpending(2, new BigDecimal("4"), 1, List.of("0.4 USD"), 1));
        assertThat(action.getBought()).contains("4+ seconds, about 0.4 USD +");
    }

    @Test
    void saysNothingOfABuildThatHasBoughtNothing() {
        BuildVideosAction action = new BuildVideosAction(null, Optional.empty());
        assertThat(action.getBought()).isNull();
        assertThat(action.getJobs()).isNull();
    }

    /** Jenkins asks each factory for every action that a build has not, unless the factory says what it makes. */
    @Test
    void isNotAskedForTheRecordsThatItReads() {
        assertThat(new BuildVideosAction.Factory().actionType()).isEqualTo(BuildVideosAction.class);
    }

    private static BuildVideosAction bought(BuildSpending spending) {
        return new BuildVideosAction(null, Optional.of(spending));
    }
}
