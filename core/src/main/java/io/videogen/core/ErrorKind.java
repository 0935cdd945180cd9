package io.videogen.core;

/** What kind of trouble a {@link VideogenException} tells of; front ends decide by it how a build ends. */
public enum ErrorKind {
    /** The user's input is wrong. Nothing was sent. */
    INVALID_INPUT,
    /** A spend guard ({@code maxNewJobs}, {@code maxNewSeconds}, {@code frozen}) stopped the build. Nothing was created. */
    SPEND_GUARD,
    /** The build is offline and the clip is not in the store. Nothing was sent. */
    OFFLINE,
    /** The API refused the request (4xx): token, quota, parameters. */
    REFUSED,
    /** The API refused or failed the job because of its content rules. */
    MODERATED,
    /** The job was accepted and failed there. */
    JOB_FAILED,
    /** This build stopped waiting; the job runs on there and the same command takes it up again. */
    TIMED_OUT,
    /** A submission left, and whether a job exists (and is paid) is not known. */
    UNKNOWN_OUTCOME,
    /** The endpoint could not be reached. */
    UNREACHABLE,
    /** The endpoint answered with something that is not an answer of its API. */
    BAD_REPLY,
    /** The bytes received are not the clip: truncated, too large, not a video, from a refused address. */
    BAD_ARTIFACT,
    /** Disk: full, read-only, without locks, or written by a newer version. */
    STORAGE,
    /** The build was interrupted. */
    INTERRUPTED
}
