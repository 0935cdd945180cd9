package io.videogen.it.crash;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;

/** Starts processes that render a set of videos. */
@FunctionalInterface
interface Launcher {

    /**
     * @param resubmit names that the user allows to be submitted again
     * @param log takes what the process says
     */
    Process start(VideoSet videos, URI endpoint, Set<String> resubmit, Path log) throws IOException;
}
