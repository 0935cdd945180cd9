package io.videogen.preview.job;

import io.videogen.preview.clip.ClipSize;

/**
 * A create request after its API has read it.
 *
 * @param prompt not blank
 * @param model as asked, or the API's default
 * @param sizeText as asked, to be echoed
 * @param secondsText as asked, to be echoed
 * @param size in pixels
 * @param seconds duration
 * @param count number of clips
 * @param lastFrame whether a picture of the last frame is wanted too
 */
public record JobRequest(
        String prompt,
        String model,
        String sizeText,
        String secondsText,
        ClipSize size,
        double seconds,
        int count,
        boolean lastFrame) {

    /** The same with a picture of its last frame. */
    public JobRequest withLastFrame() {
        return new JobRequest(prompt, model, sizeText, secondsText, size, seconds, count, true);
    }
}
