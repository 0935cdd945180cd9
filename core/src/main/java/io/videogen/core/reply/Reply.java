package io.videogen.core.reply;

/** What a reply of HTTP status 2xx turned out to be. */
public sealed interface Reply {

    /** It tells of a job. */
    record Job(JobSnapshot snapshot) implements Reply {}

    /** It tells of an error although its HTTP status says that all is well. */
    record Problem(RemoteError error) implements Reply {}
}
