/** Captions: reads WebVTT and SubRip, writes WebVTT and SubRip. */
package io.videogen.film.captions;
