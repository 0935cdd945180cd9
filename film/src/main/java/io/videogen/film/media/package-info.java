/** What is in a file: asked of {@code ffprobe}, kept by the file's content. */
package io.videogen.film.media;
