package io.videogen.preview.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.preview.http.Incoming;
import io.videogen.preview.http.RecordedRequest;
import io.videogen.preview.http.Reply;
import io.videogen.preview.job.JobRequest;
import io.videogen.preview.job.JobView;
import java.util.List;
import java.util.Optional;

/** One API's words. */
public interface Dialect {
    /**
     * Reads a create request.
     *
     * @throws RefusalException as the API would refuse it
     */
    JobRequest read(Incoming incoming) throws RefusalException;

    /** The job whose clip a create request makes longer. */
    default Optional<String> extended(Incoming incoming) {
        return Optional.empty();
    }

    /** A new id of the API's form. */
    String newId();

    /** Reply to create. */
    ObjectNode created(JobView job);

    /** Reply to a status request on {@code /v1/videos/{id}}. */
    ObjectNode status(JobView job, Links links);

    /** Reply to a request that is refused. */
    Reply refuse(RefusalException refusal);

    /** What a request asks for where the API has paths of its own; nothing where it has OpenAI's. */
    default Optional<Target> target(RecordedRequest request) {
        return Optional.empty();
    }

    /** Whether a request shows the token in the API's way. */
    default boolean knows(RecordedRequest request, String token) {
        return request.header("authorization")
                .filter(("Bearer " + token)::equals)
                .isPresent();
    }

    /** HTTP status of the reply to create. */
    default int createdStatus() {
        return 200;
    }

    /** HTTP status of the reply to a status request. */
    default int statusCode(JobView job) {
        return 200;
    }

    /** Reply to the second look-up of an API that has one. */
    default Reply result(JobView job, Links links) {
        return Reply.json(200, status(job, links).toString());
    }

    /** A page with all jobs, the newest first, of an API that lists them in its own way. */
    default ObjectNode list(List<JobView> jobs) {
        throw new UnsupportedOperationException("this API lists no jobs");
    }

    /** Whether a status reply of a finished job holds the clips. */
    default boolean inlinesClips() {
        return false;
    }

    /**
     * Puts the clips into the status of a finished job.
     *
     * @param clips in Base64
     */
    default void inline(ObjectNode status, List<String> clips) {
        throw new UnsupportedOperationException("this API tells addresses");
    }

    /**
     * Reply to a request for a place for a file, or about a file.
     *
     * @param id of the place or the file: a new one, or the one in the path
     * @param storage origin of the place
     */
    default Reply upload(Incoming incoming, String id, String storage) {
        throw new UnsupportedOperationException("this API takes no files");
    }

    /** Reply to the bytes of a file. */
    default Reply store(Incoming incoming, String id) {
        return Reply.text(200, "text/plain", "");
    }

    /** Whether the API lists jobs, deletes them and has thumbnails behind {@code /content}. */
    boolean managesJobs();
}
