package io.videogen.core.api;

import io.videogen.core.http.HttpBody;
import io.videogen.core.request.Encoding;
import io.videogen.core.request.VideoRequest;
import java.util.Optional;

/**
 * One remote API: what it takes, and where things are. Paths start with a slash and are relative to the base URL; ids
 * in them are escaped as one segment.
 */
public interface VideoApi {

    ApiName name();

    /**
     * Checks all that can be known before anything is sent, the reference files included.
     *
     * @throws io.videogen.core.VideogenException of kind {@code INVALID_INPUT} that names the field
     */
    void check(VideoRequest request, Encoding encoding);

    /**
     * Writes the create request. Reads the reference file, so that nothing can fail any more while it is sent.
     *
     * @throws io.videogen.core.VideogenException as {@link #check}
     */
    HttpBody createBody(VideoRequest request, Encoding encoding);

    /** Where a job is created. */
    String createPath();

    /** Where a job's state is asked for. */
    String jobPath(String jobId);

    /** Where the API serves the clip itself. */
    default String contentPath(String jobId) {
        return "/v1/videos/" + PathSegment.escape(jobId) + "/content";
    }

    /** Where the API serves a still picture, if it documents one. */
    default Optional<String> thumbnailPath(String jobId) {
        return Optional.empty();
    }

    /** Where the API lists its jobs in the way of OpenAI, if it may. */
    default Optional<String> listPath() {
        return Optional.empty();
    }

    /** Where {@code DELETE} cancels or deletes a job, if the API documents it. */
    default Optional<String> deletePath(String jobId) {
        return Optional.empty();
    }
}
