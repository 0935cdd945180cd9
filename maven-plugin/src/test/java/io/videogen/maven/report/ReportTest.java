package io.videogen.maven.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.advice.Advice;
import io.videogen.core.batch.BatchReport;
import io.videogen.core.batch.Money;
import io.videogen.core.batch.NewJob;
import io.videogen.core.batch.VideoResult;
import io.videogen.core.output.VideoSource;
import io.videogen.core.output.VideoStatus;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class ReportTest {

    @Test
    void theSummaryCountsWhereClipsCameFromAndEndsWithTheGallery() {
        BatchReport report = report(
                done("a", VideoSource.RENDERED),
                done("b", VideoSource.RENDERED),
                done("c", VideoSource.CACHE),
                done("d", VideoSource.RESUMED),
                failed("e", VideoStatus.FAILED, ErrorKind.JOB_FAILED, "no wind"));

        assertThat(Summary.lines(report, false))
                .containsExactly(
                        "2 rendered, 1 cached, 1 resumed, 1 failed; 8 seconds bought; 1 min 5 s",
                        "Gallery: " + Path.of("/work/target/videogen/index.html"));
    }

    @Test
    void aPreviewBuysNothing() {
        assertThat(Summary.lines(report(done("a", VideoSource.PREVIEW)), true).get(0))
                .isEqualTo("1 preview clip, 0 failed; 1 min 5 s");
    }

    @Test
    void eachFailedVideoIsNamedWithItsJobAndReason() {
        BatchReport report = report(
                done("a", VideoSource.RENDERED),
                failed("b", VideoStatus.FAILED, ErrorKind.JOB_FAILED, "It failed there."),
                failed("c", VideoStatus.TIMEOUT, ErrorKind.TIMED_OUT, "The job job-c runs on."));

        assertThatThrownBy(() -> Failures.fail(report))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("2 videos have no clip:\n  b: It failed there. (job job-b)\n  c: The job job-c runs on.");
    }

    @Test
    void aReasonThatVideosHaveInCommonIsToldOnce() {
        VideogenException why = new VideogenException(ErrorKind.INVALID_INPUT, "unknown_server", "No server.");
        BatchReport report = report(notSent("a", why), notSent("b", why));

        assertThat(Failures.lines(report)).containsExactly("a, b: No server.");
    }

    @ParameterizedTest
    @EnumSource(
            value = ErrorKind.class,
            names = {"UNREACHABLE", "BAD_REPLY", "BAD_ARTIFACT", "STORAGE", "INTERRUPTED"})
    void aBrokenEnvironmentIsAnExecutionException(ErrorKind kind) {
        BatchReport report = report(failed("b", VideoStatus.FAILED, kind, "broken"));

        assertThatThrownBy(() -> Failures.fail(report)).isInstanceOf(MojoExecutionException.class);
        assertThatThrownBy(() -> Failures.fail(new VideogenException(kind, "code", "broken")))
                .isInstanceOf(MojoExecutionException.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = ErrorKind.class,
            mode = Mode.EXCLUDE,
            names = {"UNREACHABLE", "BAD_REPLY", "BAD_ARTIFACT", "STORAGE", "INTERRUPTED"})
    void whatAUserCanMendIsAFailureException(ErrorKind kind) {
        BatchReport report = report(failed("b", VideoStatus.FAILED, kind, "wrong"));

        assertThatThrownBy(() -> Failures.fail(report)).isInstanceOf(MojoFailureException.class);
        assertThatThrownBy(() -> Failures.fail(new VideogenException(kind, "code", "wrong")))
                .isInstanceOf(MojoFailureException.class);
    }

    @Test
    void anErrorOfCoreIsToldInTheLanguageOfTheJvmAndElseInEnglish() {
        Locale before = Locale.getDefault(Locale.Category.DISPLAY);
        try {
            Locale.setDefault(Locale.Category.DISPLAY, Locale.forLanguageTag("eo"));
            assertThatThrownBy(() -> Failures.fail(missingPart()))
                    .isInstanceOf(MojoExecutionException.class)
                    .hasMessage("Ĉe \"hero\" mankas \"0.part\". Rulu la saman komandon denove por ŝargi ĝin.");
            Locale.setDefault(Locale.Category.DISPLAY, Locale.forLanguageTag("tlh"));
            assertThatThrownBy(() -> Failures.fail(missingPart()))
                    .hasMessage("The downloaded file \"0.part\" of \"hero\" is gone or not whole. Run the same command"
                            + " again to fetch it.");
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
    void anInterruptedRunNamesTheJobsThatRunOn() {
        BatchReport report = report(
                failed("a", VideoStatus.TIMEOUT, ErrorKind.INTERRUPTED, "interrupted"),
                failed("b", VideoStatus.FAILED, ErrorKind.INTERRUPTED, "interrupted"));

        assertThat(Summary.runningOn(report, false))
                .containsExactly(
                        "Interrupted. These jobs run on and are paid; the same command takes them up again:",
                        "  a: job job-a");
    }

    @Test
    void anInterruptedPreviewClaimsNoPaidJob() {
        BatchReport report = report(failed("a", VideoStatus.TIMEOUT, ErrorKind.INTERRUPTED, "interrupted"));

        assertThat(Summary.runningOn(report, true)).singleElement().asString().contains("Nothing was bought");
    }

    @Test
    void whatWasBoughtIsToldWithUnknownLengthsAndWithItsCost() {
        NewJob priced = new NewJob(
                "k",
                "k",
                "k",
                Optional.of(new BigDecimal("4.0")),
                Optional.of(Money.parse("price", "0.4 USD")),
                Optional.empty());
        NewJob endless = new NewJob("e", "e", "e", Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(bought()).isEqualTo("0 seconds bought");
        assertThat(bought(endless)).isEqualTo("1 job of unknown length bought");
        assertThat(bought(priced)).isEqualTo("4 seconds bought for about 0.40 USD");
        assertThat(bought(priced, endless))
                .isEqualTo(
                        "4 seconds and 1 job of unknown length bought for about 0.40 USD and 1 job of unknown price");
    }

    @Test
    void whatTheApiSaysThatItCostsIsToldInsteadOfAGuess() {
        assertThat(bought(told("a", "0.4 USD"), told("b", "0.25 USD"))).isEqualTo("8 seconds bought for 0.65 USD");
        assertThat(bought(told("a", "60 credits"), told("b", "0.25 USD"), job("c", "2")))
                .isEqualTo("10 seconds bought for 60 credits and 0.25 USD and 1 job of unknown price");
        NewJob guessed = new NewJob(
                "k",
                "k",
                "k",
                Optional.of(new BigDecimal("4")),
                Optional.of(Money.parse("price", "0.4 USD")),
                Optional.empty());
        assertThat(bought(told("a", "60 credits"), guessed))
                .isEqualTo("8 seconds bought for 60 credits and about 0.40 USD");
    }

    /** With a price of the user's, which is not told then. */
    private static NewJob told(String name, String cost) {
        return new NewJob(
                name,
                name,
                name,
                Optional.of(new BigDecimal("4")),
                Optional.of(Money.parse("price", "9 USD")),
                Optional.of(Money.parse("cost", cost)));
    }

    private static String bought(NewJob... jobs) {
        Path folder = Path.of("/work/target/videogen");
        return new BatchReport(List.of(), folder, folder, List.of(jobs), Duration.ZERO, false)
                .spending()
                .bought();
    }

    private static NewJob job(String name, String seconds) {
        return new NewJob(name, name, name, Optional.of(new BigDecimal(seconds)), Optional.empty(), Optional.empty());
    }

    private static BatchReport report(VideoResult... videos) {
        Path folder = Path.of("/work/target/videogen");
        return new BatchReport(
                List.of(videos),
                folder.resolve("videogen.json"),
                folder.resolve("index.html"),
                List.of(job("a", "4"), job("b", "4")),
                Duration.ofSeconds(65),
                false);
    }

    private static VideoResult done(String name, VideoSource source) {
        return new VideoResult(
                name,
                VideoStatus.COMPLETED,
                Optional.of(source),
                List.of(),
                Optional.of("job-" + name),
                Duration.ofSeconds(3),
                Optional.empty());
    }

    private static VideoResult notSent(String name, VideogenException why) {
        return new VideoResult(
                name,
                VideoStatus.FAILED,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Duration.ZERO,
                Optional.of(why));
    }

    private static VideoResult failed(String name, VideoStatus status, ErrorKind kind, String why) {
        return new VideoResult(
                name,
                status,
                Optional.empty(),
                List.of(),
                Optional.of("job-" + name),
                Duration.ofSeconds(3),
                Optional.of(new VideogenException(kind, "code", why)));
    }
}
