package io.jenkins.plugins.videogen.execution;

import java.time.Duration;
import java.util.Map;

/** What a render wants after one step. */
sealed interface Next {

    /**
     * Another step, later.
     *
     * @param pause how long to wait before it
     * @param transfer whether it moves a clip, and so may take minutes
     */
    record Again(Duration pause, boolean transfer) implements Next {}

    /** The clip is where it belongs; the value that the step returns. */
    record Done(Map<String, Object> result) implements Next {}
}
