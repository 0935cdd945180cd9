/**
 * The ground floor of files: what kind a file is, where it is, and what is known of one that has arrived. Replies tell of
 * the first two and downloads make the last; as neither owns them, both can know of each other's readers.
 */
package io.videogen.core.artifact;
