package io.videogen.core.api;

import java.net.URI;

/** Adapters whose public addresses are a test's own server. */
public final class TestApis {

    private TestApis() {}

    /** fal with queue and storage at one origin. */
    public static VideoApi fal(String origin) {
        return new FalApi(origin, new FalStorage(URI.create(origin)));
    }
}
