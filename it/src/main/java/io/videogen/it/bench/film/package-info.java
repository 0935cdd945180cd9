/** Films, beside the same film made by one filter graph that a person would write. */
package io.videogen.it.bench.film;
