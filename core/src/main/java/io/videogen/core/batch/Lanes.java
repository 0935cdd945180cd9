package io.videogen.core.batch;

import io.videogen.core.engine.Phase;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * Runs steps at their time. Kinds of work that take different times have lanes of their own: slow downloads must not
 * hold up polls, and uploads of references neither.
 */
interface Lanes {

    enum Lane {
        SUBMIT,
        POLL,
        DOWNLOAD,
        /** Signs of life: a storage that hangs must not hold up polls. */
        BEAT;

        /** Where the next step of a render is done. */
        static Lane of(Phase phase) {
            return switch (phase) {
                case PLANNED, SUBMITTING -> SUBMIT;
                case WAITING -> POLL;
                case DOWNLOADING, DONE, FAILED, UNKNOWN -> DOWNLOAD;
            };
        }
    }

    /** Runs a step once, after a pause. After {@link #stop()} nothing is started any more. */
    void after(Duration pause, Lane lane, Runnable step);

    /** Waits until the latch is open. */
    void await(CountDownLatch done) throws InterruptedException;

    /** Interrupts what runs and drops what waits; does not wait. */
    void stop();

    /** Waits a moment for what was interrupted. */
    void awaitStopped(Duration most);
}
