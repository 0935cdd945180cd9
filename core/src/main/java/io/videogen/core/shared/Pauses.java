package io.videogen.core.shared;

import java.time.Duration;

/** How a thread waits before it tries again. */
@FunctionalInterface
interface Pauses {

    Pauses REAL = pause -> Thread.sleep(pause.toMillis());

    void pause(Duration pause) throws InterruptedException;
}
