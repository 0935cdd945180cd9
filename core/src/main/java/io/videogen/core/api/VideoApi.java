package io.videogen.core.api;

import io.videogen.core.http.Endpoint;
import io.videogen.core.http.TokenScheme;
import io.videogen.core.reply.Meaning;
import io.videogen.core.request.Encoding;
import io.videogen.core.request.Reference;
import io.videogen.core.request.VideoRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * One remote API: what it takes, its calls, and what its replies mean where that is not what any API means. All that is
 * special about an API is in its class and in its column of {@link FieldTable}.
 *
 * <p>A call for a job that exists must not need the references of its request: a front end that was restarted may have
 * them no more. Where the address depends on them, the API puts what it needs into the job's id.
 */
public interface VideoApi {

    ApiName name();

    /** The API's own public addresses. Of one, it is the default endpoint; of several, a user has to choose. */
    default List<String> addresses() {
        return List.of();
    }

    /** Whether an endpoint is the API's own, where nothing works without a token. */
    default boolean isPublic(Endpoint endpoint) {
        return addresses().stream()
                .anyMatch(address -> Endpoint.origin(URI.create(address)).equals(endpoint.origin()));
    }

    /** How to get a token that works, where it is not simply stored. */
    default Optional<String> tokenAdvice() {
        return Optional.empty();
    }

    /** How the token is shown. */
    default TokenScheme tokenScheme() {
        return TokenScheme.BEARER;
    }

    /**
     * Checks all that can be known before anything is sent, the reference files included.
     *
     * @throws io.videogen.core.VideogenException of kind {@code INVALID_INPUT} that names the field
     */
    void check(VideoRequest request, Encoding encoding);

    /**
     * Checks what a clip that is made longer can not have of its own.
     *
     * @param first the clip that it begins with, in front of all that makes it longer
     * @throws io.videogen.core.VideogenException of kind {@code INVALID_INPUT} that names the field
     */
    default void checkExtension(VideoRequest request, VideoRequest first) {}

    /**
     * What is to be done next with the files of a request, one after the other, before {@link #create} can be told of
     * them; nothing once it can.
     *
     * @param request of which some references may be {@link Reference.Uploaded} already
     */
    default Optional<Upload> upload(VideoRequest request, Endpoint endpoint) {
        return Optional.empty();
    }

    /**
     * The call that submits what {@link #check} let pass. Reads the reference files, so that nothing can fail any more while it
     * is sent.
     *
     * @param submission stable for one submission, and unlike any other's
     * @throws io.videogen.core.VideogenException as {@link #check}
     */
    Call create(VideoRequest request, Encoding encoding, String submission);

    /** The same request, so that the API makes a picture of the clip's last frame too; as it is, if it makes none. */
    default VideoRequest withLastFrame(VideoRequest request) {
        return request;
    }

    /** Asks how a job stands. */
    Call poll(VideoRequest request, String jobId);

    /**
     * The second look-up of an API that tells the result of a job in a reply of its own.
     *
     * @param status the reply to {@link #poll}
     * @return nothing while there is no result, and for an API that tells it at once
     */
    default Optional<Call> result(String jobId, Answer status) {
        return Optional.empty();
    }

    /** Cancels a job that is queued or runs, if the API documents how, and if that can not destroy a finished clip. */
    default Optional<Call> cancel(VideoRequest request, String jobId) {
        return Optional.empty();
    }

    /** The API's list of jobs, newest first, or its way to look for one submission, if it has either. */
    default Optional<Listing> search(VideoRequest request, String submission) {
        return Optional.empty();
    }

    /**
     * How jobs can be asked for together, if the API tells of many in one reply.
     *
     * @return none for an API that can not; else all jobs that are asked for, in as few questions as that takes
     */
    default List<Listing> listings(List<String> jobIds) {
        return List.of();
    }

    /** Where the API serves the clip itself, from the endpoint on, if it does. */
    default Optional<String> contentPath(String jobId) {
        return Optional.empty();
    }

    /** Where the API serves a still picture, from the endpoint on, if it documents one. */
    default Optional<String> thumbnailPath(String jobId) {
        return Optional.empty();
    }

    /** What a reply means. */
    default Meaning meaning(Answer answer) {
        return new Meaning.Common(answer.json());
    }
}
