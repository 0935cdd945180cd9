package io.videogen.core.store;

import io.videogen.core.engine.RenderState;
import io.videogen.core.request.VideoRequest;
import java.time.Instant;
import java.util.Optional;

/**
 * What is told of a kept clip, besides its files.
 *
 * @param name name of the video that it was first rendered for
 * @param model model asked for
 * @param prompt prompt asked for
 * @param seconds length asked for, as the user wrote it
 * @param size size asked for, such as {@code 1280x720}
 * @param api the API's word
 * @param endpoint base URL without credentials or query
 * @param jobId the remote job that made it
 * @param createdAt when the job was submitted
 * @param completedAt when the job was first seen completed
 * @param preview whether this is a preview clip, never to be taken for a real one
 */
public record ClipFacts(
        String name,
        Optional<String> model,
        String prompt,
        Optional<String> seconds,
        Optional<String> size,
        String api,
        String endpoint,
        Optional<String> jobId,
        Instant createdAt,
        Instant completedAt,
        boolean preview) {

    /**
     * What is told of the clip of a finished render.
     *
     * @param endpoint where it was rendered, as it is to be told
     */
    public static ClipFacts of(String name, VideoRequest request, RenderState done, String endpoint, boolean preview) {
        Instant submitted = done.submittedAt().or(done::completedAt).orElse(Instant.EPOCH);
        return new ClipFacts(
                name,
                request.model(),
                request.prompt(),
                request.seconds(),
                request.size(),
                done.api(),
                endpoint,
                done.jobId(),
                submitted,
                done.completedAt().orElse(submitted),
                preview);
    }
}
