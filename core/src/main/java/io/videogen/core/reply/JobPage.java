package io.videogen.core.reply;

import java.util.List;

/**
 * A page of the API's list of jobs.
 *
 * @param hasMore whether the API says that another page follows
 */
public record JobPage(List<ListedJob> jobs, boolean hasMore) {

    public JobPage {
        jobs = List.copyOf(jobs);
    }
}
