/**
 * Where each shot lies on the film's grid of frames, and the segments that it is cut into: bodies of shots, and the
 * transitions between them, in which two shots overlap. A segment is made from nothing but what is seen in it.
 */
package io.videogen.film.cut;
