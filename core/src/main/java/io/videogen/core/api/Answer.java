package io.videogen.core.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.videogen.core.http.HttpReply;
import io.videogen.core.request.VideoRequest;

/**
 * A reply in JSON to one of an API's calls, for the API to say what it means.
 *
 * @param question what was asked
 * @param request the video
 * @param http status and headers
 * @param json the content
 */
public record Answer(Question question, VideoRequest request, HttpReply http, JsonNode json) {

    /** What was asked. */
    public enum Question {
        CREATE,
        STATUS,
        /** The second look-up, {@link VideoApi#result}. */
        RESULT,
        /** What is asked for an upload, or what its place replied. */
        UPLOAD
    }

    int status() {
        return http.status();
    }
}
