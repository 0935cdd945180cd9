package io.jenkins.plugins.videogen.execution;

/**
 * What a render holds against other builds, until it is closed and nothing of it runs any more: a build that is aborted twice
 * does not wait for a submission on its way, but nobody else may take its job to be lost before the reply is written down.
 */
final class Hold {
    private final Runnable letGo;
    private int running;
    private boolean closed;

    /** @param letGo gives it up; may be called twice */
    Hold(Runnable letGo) {
        this.letGo = letGo;
    }

    synchronized void begin() {
        running++;
    }

    synchronized void end() {
        running--;
        letGoOnceOver();
    }

    synchronized void close() {
        closed = true;
        letGoOnceOver();
    }

    private void letGoOnceOver() {
        if (closed && running == 0) {
            letGo.run();
        }
    }
}
