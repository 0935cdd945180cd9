/** A film as its author described it, checked as far as that goes without looking into files. Values only. */
package io.videogen.film.model;
