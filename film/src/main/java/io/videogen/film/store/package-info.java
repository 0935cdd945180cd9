/**
 * Keeps what was made, by the content of what makes it, in the cache directory under {@code film/NAME}. A piece at its
 * final name is complete. Nothing in here was bought, so that nothing is lost with it but time.
 */
package io.videogen.film.store;
