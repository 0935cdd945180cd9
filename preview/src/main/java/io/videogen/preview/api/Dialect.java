package io.videogen.preview.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.preview.http.Incoming;
import io.videogen.preview.http.Reply;
import io.videogen.preview.job.JobRequest;
import io.videogen.preview.job.JobView;

/** One API's words. */
public interface Dialect {
    /**
     * Reads a create request.
     *
     * @throws RefusalException as the API would refuse it
     */
    JobRequest read(Incoming incoming) throws RefusalException;

    /** A new id of the API's form. */
    String newId();

    /** Reply to create. */
    ObjectNode created(JobView job);

    /** Reply to a status request on {@code /v1/videos/{id}}. */
    ObjectNode status(JobView job, Links links);

    /** Reply to a request that is refused. */
    Reply refuse(RefusalException refusal);

    /** Whether the API lists jobs, deletes them and has thumbnails behind {@code /content}. */
    boolean managesJobs();
}
