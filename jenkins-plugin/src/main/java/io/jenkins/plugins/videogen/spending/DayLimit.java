package io.jenkins.plugins.videogen.spending;

import io.videogen.core.batch.Money;
import java.util.Optional;

/**
 * The most that may be bought a day.
 *
 * @param folder full name of the folder whose jobs it is for, and all below it; empty for all jobs
 */
public record DayLimit(String folder, Optional<Integer> maxNewJobs, Optional<Money> maxCost) {

    boolean isFor(String job) {
        return folder.isEmpty() || job.equals(folder) || job.startsWith(folder + "/");
    }
}
