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
    /** POST that asks where a file may be stored before its job, and GET of what became of it. */
    UPLOAD,
    /** The bytes of a file, sent to where a reply said. */
    STORE,
    /** GET of a clip or thumbnail by a result URL. */
    FILE,
    /** Anything else. */
    OTHER
}
