package io.videogen.core.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The addresses of OpenAI's Videos API, which other APIs took over whole or in part. */
final class OpenAiPaths {

    static final String VIDEOS = "/v1/videos";

    private OpenAiPaths() {}

    static String job(String jobId) {
        return VIDEOS + "/" + PathSegment.escape(jobId);
    }

    static String content(String jobId) {
        return job(jobId) + "/content";
    }

    static Call list(Optional<String> after) {
        String next = after.map(id -> "&after=" + URLEncoder.encode(id, StandardCharsets.UTF_8))
                .orElse("");
        return Call.get(VIDEOS + "?limit=100&order=desc" + next);
    }
}
