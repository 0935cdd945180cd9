package io.videogen.core.batch;

import io.videogen.core.event.RenderEvent;

/** Follows a run. Calls come from several threads at once and must return quickly. */
public interface BatchListener {

    /** The plan is made and allowed; nothing was sent yet. */
    default void planned(BatchPlan plan) {}

    /** Something happened to one video; of videos that share a job, the first is named. */
    default void event(String name, RenderEvent event) {}

    /** A video is finished for this run, well or not. */
    default void finished(VideoResult result) {}

    /** Something about the store or the output folder that does not stop the work but should be known. */
    default void warning(String message) {}
}
