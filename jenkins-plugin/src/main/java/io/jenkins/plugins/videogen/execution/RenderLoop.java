package io.jenkins.plugins.videogen.execution;

import io.videogen.core.engine.SubmissionGate;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;

/**
 * Drives one render on the threads that all renders share, until it ends or is stopped.
 *
 * <p>Decides only when the next step runs, and how stopping fits in: {@link VideoRender} does the steps, and the rules
 * about money are {@code core}'s.
 */
final class RenderLoop {
    private static final Set<RenderLoop> UNDER_WAY = ConcurrentHashMap.newKeySet();

    private final VideoRender render;
    private final SubmissionGate gate;
    private final End end;

    private boolean cancelOnAbort;
    private Future<?> task;
    private boolean stepping;
    private boolean ended;
    private Throwable stopCause;

    /** @param gate the one that {@code render} submits through */
    RenderLoop(VideoRender render, SubmissionGate gate, boolean cancelOnAbort, End end) {
        this.render = render;
        this.gate = gate;
        this.cancelOnAbort = cancelOnAbort;
        this.end = end;
    }

    /** Begins, or goes on after a restart. */
    void start(Duration pause) {
        UNDER_WAY.add(this);
        schedule(new Next.Again(pause, false));
    }

    /**
     * Stops: what becomes of the job is settled and told first. A second call waits for nothing. Never waits for
     * anything remote itself.
     */
    void stop(Throwable cause) {
        synchronized (this) {
            if (stopCause == null && !ended) {
                stopCause = cause;
                boolean interrupt = gate.stop();
                if (task != null) {
                    task.cancel(interrupt);
                }
                if (!stepping) {
                    VideogenThreads.settle(this::finishStopping);
                } else if (!interrupt) {
                    VideogenThreads.settle(render::tellOfSubmissionUnderWay);
                }
                return;
            }
        }
        if (end()) {
            end.failed(cause, true);
        }
    }

    /**
     * Ends all work, since this Jenkins ends: nothing that happens to a build then is a user's wish, and no job is cancelled.
     * What a render holds is given up even though the process may live on, as a servlet container's does.
     */
    static void shutDown() {
        UNDER_WAY.forEach(loop -> {
            if (loop.end.isTakenUpAfterRestart()) {
                loop.drop();
            } else {
                loop.leave(new InterruptedException("Jenkins ends"));
            }
        });
    }

    /** Its state is on disk, and the next start takes it up. */
    private void drop() {
        synchronized (this) {
            if (ended || stopCause != null) {
                return;
            }
            ended = true;
            if (task != null) {
                task.cancel(false);
            }
        }
        close();
    }

    /** Stops as {@link #stop} does, and lets the job run on whatever the user wants of an abort. */
    private void leave(Throwable cause) {
        synchronized (this) {
            cancelOnAbort = false;
        }
        stop(cause);
    }

    private synchronized void schedule(Next.Again again) {
        if (stopCause == null && !ended) {
            task = VideogenThreads.schedule(
                    render.lane(), this::run, again.pause(), again.transfer(), render::tellOfLongWait);
        }
    }

    private void run() {
        synchronized (this) {
            if (stopCause != null || ended) {
                return;
            }
            stepping = true;
        }
        Next next = null;
        Throwable failure = null;
        try {
            next = render.step();
        } catch (Exception | Error e) {
            failure = e;
        }
        boolean stopped;
        synchronized (this) {
            stepping = false;
            stopped = stopCause != null;
        }
        if (stopped) {
            finishStopping();
        } else if (next instanceof Next.Again again) {
            schedule(again);
        } else if (end()) {
            if (next instanceof Next.Done done) {
                end.succeeded(done.result());
            } else {
                end.failed(Failures.of(failure), false);
            }
        }
    }

    private void finishStopping() {
        // An interrupt was meant for the step that it ended, not for the settling of its job.
        Thread.interrupted();
        Throwable cause;
        boolean cancel;
        synchronized (this) {
            cause = stopCause;
            cancel = cancelOnAbort;
        }
        try {
            render.abandon(cancel);
        } catch (Exception | Error e) {
            cause.addSuppressed(Failures.of(e));
        } finally {
            if (end()) {
                end.failed(cause, true);
            }
        }
    }

    /** False if it was called before: the end is told once. */
    private boolean end() {
        synchronized (this) {
            if (ended) {
                return false;
            }
            ended = true;
        }
        close();
        return true;
    }

    private void close() {
        UNDER_WAY.remove(this);
        render.close();
    }

    /** Is told once how the render ended, when nothing of it runs that would be waited for. */
    interface End {
        /** Whether the next start of Jenkins goes on with it by itself. */
        boolean isTakenUpAfterRestart();

        void succeeded(Map<String, Object> result);

        /**
         * @param failure as Jenkins reports it
         * @param stopped whether it is the cause given to {@link #stop}
         */
        void failed(Throwable failure, boolean stopped);
    }
}
