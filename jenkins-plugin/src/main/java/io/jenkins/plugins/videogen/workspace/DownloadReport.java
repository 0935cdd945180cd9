package io.jenkins.plugins.videogen.workspace;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.artifact.VerifiedFile;
import io.videogen.core.download.DownloadOutcome;
import io.videogen.core.text.ServerText;
import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a download on an agent ended, as it travels back: JDK types alone, because Jenkins refuses to deserialise types of
 * a bundled library.
 */
final class DownloadReport implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int LONGEST = 2000;

    private enum End {
        COMPLETE,
        TRANSIENT,
        EXPIRED,
        NOT_READY,
        REJECTED,
        FAILED
    }

    private final End end;
    private String message;
    private String code;
    private String kind;
    private Long retryAfterMillis;
    private String extension;
    private String sha256;
    private long bytes;
    private Double seconds;
    private Integer width;
    private Integer height;
    private boolean emptyHanded;

    private DownloadReport(End end) {
        this.end = end;
    }

    static DownloadReport of(DownloadOutcome outcome) {
        if (outcome instanceof DownloadOutcome.Complete complete) {
            return complete(complete.file());
        }
        if (outcome instanceof DownloadOutcome.Transient trouble) {
            DownloadReport report = told(End.TRANSIENT, trouble.reason());
            report.retryAfterMillis =
                    trouble.retryAfter().map(Duration::toMillis).orElse(null);
            return report;
        }
        if (outcome instanceof DownloadOutcome.Expired expired) {
            return told(End.EXPIRED, expired.reason());
        }
        if (outcome instanceof DownloadOutcome.NotReady waiting) {
            return told(End.NOT_READY, waiting.reason());
        }
        return error(End.REJECTED, ((DownloadOutcome.Rejected) outcome).error());
    }

    /** Trouble that ends the attempt as an exception, such as a full disk. */
    static DownloadReport failed(VideogenException error) {
        return error(End.FAILED, error);
    }

    /** The agent did not tell how its attempt ended. */
    static DownloadReport late() {
        return told(End.TRANSIENT, "the agent did not end the download in time");
    }

    /** Notes whether not a single byte arrived. */
    DownloadReport emptyHanded(boolean nothing) {
        emptyHanded = nothing;
        return this;
    }

    /** Whether not a single byte arrived. */
    boolean isEmptyHanded() {
        return emptyHanded;
    }

    /** The same in words fit to be shown: the agent did not know the token, and its own words are checked as well. */
    DownloadReport shownBy(ServerText words) {
        message = words.said(message, LONGEST).toString();
        code = words.said(code, LONGEST).toString();
        return this;
    }

    /** What the engine is told. */
    DownloadOutcome toOutcome() {
        return switch (end) {
            case COMPLETE ->
                new DownloadOutcome.Complete(new VerifiedFile(
                        extension,
                        sha256,
                        bytes,
                        seconds == null ? OptionalDouble.empty() : OptionalDouble.of(seconds),
                        Optional.ofNullable(width),
                        Optional.ofNullable(height)));
            case TRANSIENT ->
                new DownloadOutcome.Transient(
                        message, Optional.ofNullable(retryAfterMillis).map(Duration::ofMillis));
            case EXPIRED -> new DownloadOutcome.Expired(message);
            case NOT_READY -> new DownloadOutcome.NotReady(message);
            case REJECTED -> new DownloadOutcome.Rejected(error());
            case FAILED -> throw error();
        };
    }

    private static DownloadReport complete(VerifiedFile file) {
        DownloadReport report = new DownloadReport(End.COMPLETE);
        report.extension = file.extension();
        report.sha256 = file.sha256();
        report.bytes = file.bytes();
        report.seconds = file.durationSeconds().isPresent()
                ? (Double) file.durationSeconds().getAsDouble()
                : null;
        report.width = file.width().orElse(null);
        report.height = file.height().orElse(null);
        return report;
    }

    private static DownloadReport told(End end, String message) {
        DownloadReport report = new DownloadReport(end);
        report.message = message;
        return report;
    }

    private static DownloadReport error(End end, VideogenException error) {
        DownloadReport report = told(end, error.getMessage());
        report.code = error.code();
        report.kind = error.kind().name();
        return report;
    }

    private VideogenException error() {
        return new VideogenException(ErrorKind.valueOf(kind), code, message);
    }
}
