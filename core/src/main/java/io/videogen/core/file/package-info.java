/**
 * Files in folders that others can write to: a cache below {@code /tmp}, a shared home. Whoever prepares such a folder can
 * put a link where a file of ours will be, so that we overwrite another file, or a pipe, so that we wait for ever.
 * Digests tell whether a file is still what it was.
 */
package io.videogen.core.file;
