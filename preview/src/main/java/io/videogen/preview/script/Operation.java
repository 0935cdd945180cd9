package io.videogen.preview.script;

/** What a request asks for. */
public enum Operation {
    /** POST of a new job. */
    CREATE,
    /** GET of one job. */
    STATUS,
    /** GET of the list of jobs. */
    LIST,
    /** GET of a finished job's result, where that is another request. */
    RESULT,
    /** Cancelling a job, where that is no DELETE of OpenAI's. */
    CANCEL,
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
