/**
 * Films from clips. {@link io.videogen.film.FilmStudio} makes what a description says: declarative, local, free, and
 * repeatable, as each piece is kept by the content of what makes it. It knows files and times, and nothing of jobs.
 */
package io.videogen.film;
