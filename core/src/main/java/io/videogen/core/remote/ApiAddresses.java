package io.videogen.core.remote;

import io.videogen.core.api.VideoApi;
import io.videogen.core.http.Endpoint;
import io.videogen.core.reply.Contents;
import java.net.URI;
import java.util.Optional;

/** The paths of an API at one endpoint. */
record ApiAddresses(VideoApi api, Endpoint endpoint) {

    URI create() {
        return at(api.createPath());
    }

    URI job(String jobId) {
        return at(api.jobPath(jobId));
    }

    Optional<URI> delete(String jobId) {
        return api.deletePath(jobId).map(this::at);
    }

    Contents contents(String jobId) {
        return new Contents(at(api.contentPath(jobId)), api.thumbnailPath(jobId).map(this::at));
    }

    URI at(String path) {
        return URI.create(endpoint.base() + path);
    }
}
