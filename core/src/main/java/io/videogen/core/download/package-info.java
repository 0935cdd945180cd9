/**
 * Bytes to a verified file: bounded, resumable, digested while they stream, checked against every length that is known
 * and against the container's own structure.
 */
package io.videogen.core.download;
