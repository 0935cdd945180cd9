package io.videogen.preview.job;

import io.videogen.preview.clip.ClipSize;
import io.videogen.preview.clip.ClipSpec;

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

    /**
     * A clip that begins with all of another one; the preview server draws no more than {@value ClipSpec#MAX_SECONDS}
     * seconds.
     */
    public JobRequest after(JobRequest before) {
        double all = Math.min(before.seconds + seconds, ClipSpec.MAX_SECONDS);
        String text = all == Math.rint(all) ? Long.toString((long) all) : Double.toString(all);
        return new JobRequest(prompt, before.model, before.sizeText, text, before.size, all, count, lastFrame);
    }

    /** The same with a picture of its last frame. */
    public JobRequest withLastFrame() {
        return new JobRequest(prompt, model, sizeText, secondsText, size, seconds, count, true);
    }
}
