/**
 * A film's sound: that of its shots, laid out sample by sample here, with voice and music mixed by FFmpeg once over the
 * whole, at the loudness that platforms expect.
 */
package io.videogen.film.sound;
