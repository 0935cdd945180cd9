package io.videogen.core.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StandingTest {

    @Test
    void a_submission_that_was_taken_over_is_never_submitted_whatever_is_asked() {
        for (boolean refresh : new boolean[] {false, true}) {
            for (boolean resubmit : new boolean[] {false, true}) {
                assertThat(Standing.LEFT_SUBMITTING.course(refresh, resubmit)).isEqualTo(Course.TAKE_OVER);
                assertThat(Standing.LEFT_JOB.course(refresh, resubmit)).isEqualTo(Course.TAKE_OVER);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Standing.class)
    void only_the_user_leads_from_unknown_to_a_purchase(Standing standing) {
        boolean left = standing.name().startsWith("LEFT_") && standing != Standing.LEFT_UNSENT;
        if (left || standing == Standing.WORKED_ON) {
            assertThat(standing.course(false, false)).isNotEqualTo(Course.SUBMIT);
            assertThat(standing.course(true, false)).isNotEqualTo(Course.SUBMIT);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CLIP, false, false, TAKE_CLIP",
        "CLIP, true, false, SUBMIT",
        "CLIP, false, true, TAKE_CLIP",
        "CLIP, true, true, SUBMIT",
        "CLIP_OF_NOW, true, true, TAKE_CLIP",
        "LEFT_UNKNOWN, false, false, TAKE_OVER",
        "LEFT_UNKNOWN, true, false, TAKE_OVER",
        "LEFT_UNKNOWN, true, true, SUBMIT",
        "FAILED, false, false, SUBMIT",
        "FAILED_MEANWHILE, false, false, REPORT",
        "WORKED_ON, true, true, WAIT"
    })
    void refresh_counts_for_clips_and_resubmit_for_jobs(
            Standing standing, boolean refresh, boolean resubmit, Course expected) {
        assertThat(standing.course(refresh, resubmit)).isEqualTo(expected);
    }
}
