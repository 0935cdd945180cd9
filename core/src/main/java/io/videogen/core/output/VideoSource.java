package io.videogen.core.output;

import java.util.Locale;

/** Where the clip of a video came from, in the manifest's words. */
public enum VideoSource {
    /** A job that this build created. */
    RENDERED,
    /** A job that an earlier build created and this one finished. */
    RESUMED,
    /** The store; nothing was sent. */
    CACHE,
    /** Drawn by the preview server, now or earlier; not a real clip. */
    PREVIEW;

    /** The word of the manifest. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
