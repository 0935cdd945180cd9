package io.videogen.core.batch;

import io.videogen.core.http.Endpoint;
import io.videogen.core.store.StoredClip;
import java.util.Optional;

/**
 * Keeps drawn clips apart from real ones where a preview server was given as an endpoint: nothing in the settings tells
 * it then, and its clips have the keys of real ones. The server marks the ids of its jobs.
 */
public final class PreviewMark {

    /** What the preview server begins its job ids with. */
    private static final String JOB_MARK = "videogen-preview-";

    private PreviewMark() {}

    /** Whether a job is a preview server's, by its id, before which an API may have put the path to it. */
    public static boolean isOn(Optional<String> jobId) {
        return jobId.filter(id -> id.startsWith(JOB_MARK) || id.contains("/" + JOB_MARK))
                .isPresent();
    }

    /** Whether a clip of the store may be delivered: a drawn one only where this build would draw it too. */
    static boolean allows(StoredClip clip, BatchSettings settings) {
        boolean sameEndpoint = settings.endpoint()
                .map(Endpoint::toString)
                .filter(clip.facts().endpoint()::equals)
                .isPresent();
        return !clip.facts().preview() || settings.preview() || sameEndpoint;
    }
}
