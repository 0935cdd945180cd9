package io.jenkins.plugins.videogen.execution;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.AbortException;
import io.jenkins.plugins.videogen.retry.GenerateVideoFailure;
import io.jenkins.plugins.videogen.workspace.WorkspaceException;
import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.advice.Advice;
import io.videogen.core.advice.Setting;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FailuresTest {

    @Test
    void anErrorOfTheEngineBecomesAMessageWithItsJob() {
        VideogenException error = new VideogenException(ErrorKind.JOB_FAILED, "failed", "The job failed there.");
        assertThat(Failures.of(error.withJob("vid_1")))
                .isExactlyInstanceOf(AbortException.class)
                .hasMessage("The job failed there. [job vid_1]")
                .hasNoCause();
    }

    @Test
    void aRefusalCanBeToldFromOtherErrorsButNotOneForTheContent() {
        assertThat(Failures.of(new VideogenException(ErrorKind.REFUSED, "invalid_api_key", "The token is refused.")))
                .isInstanceOfSatisfying(GenerateVideoFailure.class, failure -> assertThat(failure.reason())
                        .isEqualTo(GenerateVideoFailure.Reason.REFUSED));
        assertThat(Failures.of(new VideogenException(ErrorKind.MODERATED, "moderated", "The prompt is refused.")))
                .isExactlyInstanceOf(AbortException.class);
    }

    @Test
    void whatUsersCanDoIsSaidAsPipelinesAndFormsSayIt() {
        assertThat(Setting.values())
                .allMatch(setting -> !setting.toString().contains("videogen."))
                .anyMatch(setting -> setting.toString().equals("timeoutMinutes"));
        assertThat(Advice.values())
                .extracting(Advice::toString)
                .noneMatch(phrase ->
                        phrase.contains("videogen.") || phrase.contains("settings.xml") || phrase.contains("command"))
                .contains("set resubmit: true (in a form, \"Resubmit\")");
        assertThat(Advice.NAME_CLIP.sentence()).isEmpty();
    }

    @Test
    void anErrorOfCoreIsToldInTheLanguageOfTheJvmAndElseInEnglish() {
        Locale before = Locale.getDefault(Locale.Category.DISPLAY);
        try {
            Locale.setDefault(Locale.Category.DISPLAY, Locale.forLanguageTag("eo"));
            assertThat(Failures.of(missingPart()))
                    .isExactlyInstanceOf(AbortException.class)
                    .hasMessage("Ĉe \"hero\" mankas \"0.part\". Ripetu la paŝon por ŝargi ĝin.");
            Locale.setDefault(Locale.Category.DISPLAY, Locale.forLanguageTag("tlh"));
            assertThat(Failures.of(missingPart()))
                    .hasMessage(
                            "The downloaded file \"0.part\" of \"hero\" is gone or not whole. Retry the step in the same"
                                    + " build, or build again where builds share jobs to fetch it.");
        } finally {
            Locale.setDefault(Locale.Category.DISPLAY, before);
        }
    }

    private static VideogenException missingPart() {
        return VideogenException.of(ErrorKind.STORAGE, "missing_part")
                .says(
                        "The downloaded file \"%s\" of \"%s\" is gone or not whole. %s to fetch it.",
                        "0.part", "hero", Advice.RUN_AGAIN.capital());
    }

    @Test
    void theLossOfAnAgentStaysWhatJenkinsThrew() {
        IOException raw = new ClosedChannelException();
        assertThat(Failures.of(WorkspaceException.of(raw))).isSameAs(raw);
        assertThat(Failures.of(raw)).isSameAs(raw);
    }

    @Test
    void anInterruptStaysAnInterrupt() {
        VideogenException error = new VideogenException(ErrorKind.INTERRUPTED, "interrupted", "interrupted");
        assertThat(Failures.of(error)).isInstanceOf(InterruptedException.class);
    }
}
