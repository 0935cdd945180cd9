package io.videogen.core.batch;

/** Opens the remote side when the first request has to be sent; a build that is up to date never calls it. */
@FunctionalInterface
public interface RemoteFactory {

    /**
     * Builds the client and, for the preview, starts its server. Called at most once per run; the result is closed
     * when the run ends.
     *
     * @throws io.videogen.core.VideogenException when that is impossible; the videos that need it fail with it
     */
    Remote open() throws InterruptedException;
}
