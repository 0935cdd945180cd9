/**
 * What comes back: one tolerant reader turns any reply of any gateway into a {@link
 * io.videogen.core.reply.JobSnapshot}, or into a clear error.
 */
package io.videogen.core.reply;
