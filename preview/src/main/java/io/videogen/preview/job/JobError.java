package io.videogen.preview.job;

/**
 * Why a job failed.
 *
 * @param code such as {@code moderation_blocked}
 * @param message for people
 */
public record JobError(String code, String message) {}
