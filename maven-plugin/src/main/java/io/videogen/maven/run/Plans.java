package io.videogen.maven.run;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.batch.BatchListener;
import io.videogen.core.batch.BatchPlan;
import io.videogen.core.batch.VideoBatch;
import java.time.Clock;
import org.apache.maven.plugin.logging.Log;

/** Finds out what a request would do. */
public final class Plans {

    private Plans() {}

    /** Sends nothing and creates nothing. */
    public static BatchPlan of(RenderRequest request, Log log) {
        VideoBatch batch = new VideoBatch(
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
        return batch.plan(request.tasks());
    }
}
