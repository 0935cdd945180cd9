package io.videogen.core.batch;

import io.videogen.core.http.Endpoint;
import io.videogen.core.remote.RemoteJobs;

/** An opened remote side. {@link #close()} cancels what is under way, so that callers return at once. */
public interface Remote extends AutoCloseable {

    /** Where jobs go; for the preview, the address its server took. */
    Endpoint endpoint();

    RemoteJobs jobs();

    /** Whether the server there says, now, that it only draws previews: its jobs cost nothing, and go with it. */
    default boolean isPreview() throws InterruptedException {
        return false;
    }

    ArtifactFetcher artifacts();

    @Override
    void close();
}
