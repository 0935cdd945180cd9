/**
 * Whether a file on disk is a whole video or picture: told from its bytes by bounded walks over the container's own
 * structure, never from its name or from what a server said of it.
 */
package io.videogen.core.media;
