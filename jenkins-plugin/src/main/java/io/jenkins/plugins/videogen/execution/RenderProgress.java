package io.jenkins.plugins.videogen.execution;

import java.io.Serializable;
import java.util.Map;
import java.util.UUID;

/** What the program of a build keeps of one render: JDK types alone. The render itself is one field of text. */
final class RenderProgress implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Tells this render from another of the same video in the same build. */
    final String owner = UUID.randomUUID().toString();

    /** When this build stops waiting, in milliseconds since 1970. */
    final long deadlineMillis;

    /** Base URL, API and the leave to use plain HTTP: settled before anything is sent, and kept from then on. */
    volatile String endpointUrl;

    volatile String api;

    volatile boolean allowInsecureHttp;

    /** What the endpoint filled in where the step says nothing; {@code null} in the program of an older version. */
    @SuppressWarnings("serial") // The declared type is in programs on disk; the map itself is one that can be written.
    volatile Map<String, String> defaults;

    /** Where the build's record of jobs has this render. */
    volatile String recordKey;

    /** Core's state as text; the build's record holds the same and wins. */
    volatile String state;

    /** The path that the clip has in the workspace, where it is not the one that the step wanted. */
    volatile String file;

    /** Whether an earlier submission of this build with an unknown outcome may be submitted anew, once. */
    volatile boolean mayResubmit;

    RenderProgress(long deadlineMillis) {
        this.deadlineMillis = deadlineMillis;
    }
}
