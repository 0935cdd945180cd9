package io.jenkins.plugins.videogen.execution;

import io.jenkins.plugins.videogen.GenerateVideoStep;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/**
 * One running {@code generateVideo}: holds no thread while it waits and survives restarts.
 *
 * <p>The rules about money are {@code core}'s; {@link VideoRender} does one step of them at a time. This class decides
 * only when the next step runs, and how stopping and resuming fit in. Its fields are a part of the build's program on
 * disk: JDK types and our own, none of {@code core}.
 */
public final class GenerateVideoExecution extends StepExecution {
    private static final long serialVersionUID = 1L;
    private static final Logger LOGGER = Logger.getLogger(GenerateVideoExecution.class.getName());

    private final GenerateVideoStep step;
    private final String file;
    private final RenderProgress progress;

    private transient Engines engines;
    private transient VideoRender render;
    private transient Future<?> task;
    private transient boolean stepping;
    private transient boolean ended;
    private transient Throwable stopCause;

    /** @param file path in the workspace, or {@code null} for no download */
    public GenerateVideoExecution(StepContext context, GenerateVideoStep step, String file) {
        this(context, step, file, new HttpEngines());
    }

    GenerateVideoExecution(StepContext context, GenerateVideoStep step, String file, Engines engines) {
        super(context);
        this.engines = engines;
        this.step = step;
        this.file = file;
        this.progress = new RenderProgress(Clock.systemUTC().millis()
                + Duration.ofMinutes(step.getTimeoutMinutes()).toMillis());
    }

    @Override
    public boolean start() {
        schedule(new Next.Again(Duration.ZERO, false));
        return false;
    }

    @Override
    public void onResume() {
        schedule(new Next.Again(Duration.ofSeconds(1), false));
    }

    @Override
    public String getStatus() {
        return RenderStatus.of(progress);
    }

    /** A restart right now would leave a submission with an unknown outcome, or a transfer to repeat. */
    @Override
    public boolean blocksRestart() {
        return RenderStatus.isBusy(progress);
    }

    /** Called in the thread of the build's program, perhaps twice: never waits for anything remote. */
    @Override
    public void stop(Throwable cause) {
        synchronized (this) {
            if (stopCause == null && !ended) {
                stopCause = cause;
                // A submission on its way is let through: its reply tells the job that must be cancelled.
                boolean interrupt = stepping && !RenderStatus.isSubmitting(progress);
                if (task != null) {
                    task.cancel(interrupt);
                }
                if (!stepping) {
                    VideogenThreads.schedule(() -> finishStopping(cause), Duration.ZERO, false);
                }
                return;
            }
        }
        end();
        getContext().onFailure(cause);
    }

    private synchronized void schedule(Next.Again again) {
        if (stopCause == null && !ended) {
            task = VideogenThreads.schedule(this::run, again.pause(), again.transfer());
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
            next = render().step();
        } catch (Exception | Error e) {
            failure = e;
        }
        Throwable stopped;
        synchronized (this) {
            stepping = false;
            stopped = stopCause;
        }
        if (stopped != null) {
            finishStopping(stopped);
        } else if (next instanceof Next.Again again) {
            schedule(again);
        } else if (next instanceof Next.Done done) {
            end();
            getContext().onSuccess(done.result());
        } else {
            fail(failure);
        }
    }

    private void fail(Throwable failure) {
        Jenkins jenkins = Jenkins.getInstanceOrNull();
        if (jenkins != null && jenkins.isTerminating()) {
            // Not this build's fault; its state is on disk, and the next start takes it up.
            LOGGER.log(Level.FINE, "stopped by the shutdown of Jenkins", failure);
            return;
        }
        end();
        getContext().onFailure(Failures.of(failure));
    }

    private void finishStopping(Throwable cause) {
        // An interrupt was meant for the step that it ended, not for the cancelling of its job.
        Thread.interrupted();
        try {
            if (step.isCancelOnAbort()) {
                render().cancelJob();
            }
        } catch (Exception | Error e) {
            cause.addSuppressed(Failures.of(e));
        } finally {
            end();
            getContext().onFailure(cause);
        }
    }

    private void end() {
        VideoRender done;
        synchronized (this) {
            ended = true;
            done = render;
        }
        if (done != null) {
            done.close();
        }
    }

    private synchronized VideoRender render() {
        if (render == null) {
            Engines own = engines == null ? new HttpEngines() : engines;
            render = new VideoRender(step, file, progress, new StepBuildAccess(getContext()), own, Clock.systemUTC());
        }
        return render;
    }
}
