package io.videogen.core.reply;

import io.videogen.core.text.Said;
import java.util.List;
import java.util.Optional;

/**
 * A page of the API's list of jobs.
 *
 * @param hasMore whether the API says that another page follows
 * @param next what asks for that page, where it is not the id of the last job
 */
public record JobPage(List<ListedJob> jobs, boolean hasMore, Optional<Said> next) {

    public JobPage {
        jobs = List.copyOf(jobs);
    }

    /** What asks for the next page, if there is one. */
    public Optional<Said> following() {
        return jobs.isEmpty() || !hasMore
                ? Optional.empty()
                : next.or(() -> Optional.of(jobs.get(jobs.size() - 1).id()));
    }
}
