package io.jenkins.plugins.videogen.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.videogen.execution.BuildSpending;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpendingActionTest {

    @Test
    void tellsJobsSecondsAndCost() {
        SpendingAction action =
                new SpendingAction(new BuildSpending(2, new BigDecimal("12"), 0, List.of("1.2 USD", "40 credits"), 0));
        assertThat(action.getSummary()).contains("2 jobs, 12 seconds, about 1.2 USD + 40 credits");
    }

    @Test
    void marksSumsThatAreNotAllOfIt() {
        SpendingAction action = new SpendingAction(new BuildSpending(2, new BigDecimal("4"), 1, List.of("0.4 USD"), 1));
        assertThat(action.getSummary()).contains("4+ seconds, about 0.4 USD +");
    }

    /** Jenkins asks each factory for every action that a build has not, unless the factory says what it makes. */
    @Test
    void isNotAskedForTheRecordThatItReads() {
        assertThat(new SpendingAction.Factory().actionType()).isEqualTo(SpendingAction.class);
    }
}
