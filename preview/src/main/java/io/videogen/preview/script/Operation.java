package io.videogen.preview.script;

/** What a request asks for. */
public enum Operation {
    /** POST of a new job. */
    CREATE,
    /** GET of one job. */
    STATUS,
    /** GET of the list of jobs. */
    LIST,
    /** DELETE of a job. */
    DELETE,
    /** GET of a clip behind {@code /content}. */
    CONTENT,
    /** GET of a thumbnail behind {@code /content}. */
    THUMBNAIL,
    /** GET of a clip or thumbnail by a result URL. */
    FILE,
    /** Anything else. */
    OTHER
}
