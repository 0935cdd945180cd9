package io.videogen.maven.run;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.batch.BatchListener;
import io.videogen.core.batch.BatchPlan;
import io.videogen.core.batch.VideoBatch;
import io.videogen.core.batch.VideoTask;
import java.time.Clock;
import org.apache.maven.plugin.logging.Log;

/** Finds out what a request would do. */
public final class Plans {

    private Plans() {}

    /** Sends nothing and creates nothing. */
    public static BatchPlan of(RenderRequest request, Log log) {
        return batch(request, log).plan(request.tasks());
    }

    /** Writes the lock file of the request, if it asks for one, from what is kept. */
    public static void lock(RenderRequest request, Log log) {
        request.writeLock().ifPresent(target -> {
            target.write(batch(request, log).lockable(request.tasks()));
            log.info("Locked in " + target.file() + ": "
                    + String.join(
                            ", ", request.tasks().stream().map(VideoTask::name).toList()));
        });
    }

    private static VideoBatch batch(RenderRequest request, Log log) {
        return new VideoBatch(
                request.settings(),
                () -> {
                    throw new VideogenException(ErrorKind.OFFLINE, "plan_only", "A plan sends nothing.");
                },
                new BatchListener() {
                    @Override
                    public void warning(String message) {
                        log.warn(message);
                    }
                },
                Clock.systemUTC());
    }
}
