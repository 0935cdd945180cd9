package io.videogen.preview.api;

import io.videogen.preview.http.Percent;

/**
 * Where a job's files are.
 *
 * @param origin such as {@code http://127.0.0.1:8788}
 */
public record Links(String origin) {
    /**
     * A clip, fetched without a token.
     *
     * @param index from 1
     */
    public String clip(String id, int index) {
        return origin + "/files/" + Percent.encode(id) + "/" + index + ".mp4";
    }

    /**
     * A still picture.
     *
     * @param index from 1
     */
    public String thumbnail(String id, int index) {
        return origin + "/files/" + Percent.encode(id) + "/" + index + ".jpg";
    }
}
