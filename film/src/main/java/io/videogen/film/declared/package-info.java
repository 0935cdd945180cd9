/**
 * The description of a film as people write it, all in text, and the one place that reads it. A host copies its fields
 * and forks none of this language; every error names film and shot.
 */
package io.videogen.film.declared;
