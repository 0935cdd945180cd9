package io.jenkins.plugins.videogen.retry;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.AbortException;
import io.jenkins.plugins.videogen.retry.GenerateVideoFailure.Reason;
import java.util.Map;
import org.jenkinsci.plugins.workflow.flow.ErrorCondition;
import org.junit.jupiter.api.Test;

class ConditionsTest {
    private static final Map<Reason, ErrorCondition> CONDITIONS = Map.of(
            Reason.RATE_LIMITED, new RateLimitedCondition(),
            Reason.REFUSED, new RefusedCondition(),
            Reason.TIMED_OUT, new TimedOutCondition());

    @Test
    void eachKnowsItsOwnFailuresAndNoOthers() throws Exception {
        for (Reason reason : Reason.values()) {
            GenerateVideoFailure failure = new GenerateVideoFailure(reason, "The video was not made.");
            for (Map.Entry<Reason, ErrorCondition> condition : CONDITIONS.entrySet()) {
                assertThat(condition.getValue().test(failure, null))
                        .as("%s of %s", condition.getKey(), reason)
                        .isEqualTo(condition.getKey() == reason);
            }
        }
    }

    @Test
    void noneKnowsTheFailureOfAnotherStep() throws Exception {
        for (ErrorCondition condition : CONDITIONS.values()) {
            assertThat(condition.test(new AbortException("HTTP 429"), null)).isFalse();
        }
    }
}
