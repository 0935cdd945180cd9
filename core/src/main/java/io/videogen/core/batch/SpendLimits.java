package io.videogen.core.batch;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The most that one build may buy.
 *
 * @param maxNewJobs most jobs created
 * @param maxNewSeconds most seconds bought
 */
public record SpendLimits(OptionalInt maxNewJobs, Optional<BigDecimal> maxNewSeconds) {

    /** Why these jobs, and the sum they make with those before them, are too much; a sentence. */
    Optional<String> broken(Collection<NewJob> jobs, int newJobs, BigDecimal newSeconds) {
        if (maxNewJobs.isPresent() && newJobs > maxNewJobs.getAsInt()) {
            return Optional.of("This build would create \"" + newJobs + "\" new jobs, and videogen.maxNewJobs allows \""
                    + maxNewJobs.getAsInt() + "\".");
        }
        if (maxNewSeconds.isEmpty()) {
            return Optional.empty();
        }
        Optional<NewJob> endless =
                jobs.stream().filter(job -> job.seconds().isEmpty()).findFirst();
        if (endless.isPresent()) {
            return Optional.of("videogen.maxNewSeconds is set, and the video \""
                    + endless.get().name() + "\" has no seconds to count. Give it a length.");
        }
        return newSeconds.compareTo(maxNewSeconds.get()) <= 0
                ? Optional.empty()
                : Optional.of("This build would buy \"" + plain(newSeconds)
                        + "\" new seconds, and videogen.maxNewSeconds allows \"" + plain(maxNewSeconds.get()) + "\".");
    }

    /** The limits, for a message. */
    @Override
    public String toString() {
        List<String> limits = new ArrayList<>();
        maxNewJobs.ifPresent(jobs -> limits.add("videogen.maxNewJobs \"" + jobs + "\""));
        maxNewSeconds.ifPresent(seconds -> limits.add("videogen.maxNewSeconds \"" + plain(seconds) + "\""));
        return String.join(", ", limits);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
