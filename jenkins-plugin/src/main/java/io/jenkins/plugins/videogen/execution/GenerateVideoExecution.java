package io.jenkins.plugins.videogen.execution;

import io.jenkins.plugins.videogen.GenerateVideoStep;
import io.videogen.core.engine.SubmissionGate;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/**
 * One running {@code generateVideo}: holds no thread while it waits and survives restarts.
 *
 * <p>The rules about money are {@code core}'s; {@link VideoRender} does one step of them at a time, and {@link RenderLoop} drives
 * it. The fields of this class are a part of the build's program on disk: JDK types and our own, none of {@code core}.
 */
public final class GenerateVideoExecution extends StepExecution {
    private static final long serialVersionUID = 1L;
    private static final Logger LOGGER = Logger.getLogger(GenerateVideoExecution.class.getName());

    private final GenerateVideoStep step;
    private final String file;
    private final RenderProgress progress;

    private transient Surroundings surroundings;
    private transient RenderLoop loop;

    /** @param file path in the workspace, or {@code null} for no download */
    public GenerateVideoExecution(StepContext context, GenerateVideoStep step, String file) {
        this(context, step, file, null);
    }

    GenerateVideoExecution(StepContext context, GenerateVideoStep step, String file, Surroundings surroundings) {
        super(context);
        this.surroundings = surroundings;
        this.step = step;
        this.file = file;
        this.progress = new RenderProgress(Clock.systemUTC().millis()
                + Duration.ofMinutes(step.getTimeoutMinutes()).toMillis());
    }

    @Override
    public boolean start() {
        loop().start(Duration.ZERO);
        return false;
    }

    @Override
    public void onResume() {
        loop().start(Duration.ofSeconds(1));
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
        loop().stop(cause);
    }

    private synchronized RenderLoop loop() {
        if (loop == null) {
            Surroundings own = surroundings == null ? Surroundings.real() : surroundings;
            SubmissionGate gate = new SubmissionGate();
            VideoRender render = new VideoRender(
                    step, file, progress, new StepBuildAccess(getContext()), own, Clock.systemUTC(), gate);
            loop = new RenderLoop(render, gate, step.isCancelOnAbort(), new StepEnd());
        }
        return loop;
    }

    private final class StepEnd implements RenderLoop.End {
        @Override
        public boolean isTakenUpAfterRestart() {
            return true;
        }

        @Override
        public void succeeded(Map<String, Object> result) {
            getContext().onSuccess(result);
        }

        @Override
        public void failed(Throwable failure, boolean stopped) {
            Jenkins jenkins = Jenkins.getInstanceOrNull();
            if (!stopped && jenkins != null && jenkins.isTerminating()) {
                // Not this build's fault; its state is on disk, and the next start takes it up.
                LOGGER.log(Level.FINE, "stopped by the shutdown of Jenkins", failure);
                return;
            }
            getContext().onFailure(failure);
        }
    }
}
