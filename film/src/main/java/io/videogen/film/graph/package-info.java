/** Commands for FFmpeg: what goes in, which filters, what comes out. A recipe's key is the content of all that. */
package io.videogen.film.graph;
