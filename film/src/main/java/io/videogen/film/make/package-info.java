/** Makes films: plans their pieces, makes those that are missing side by side, and puts them together. */
package io.videogen.film.make;
