/**
 * Runs the programs {@code ffmpeg} and {@code ffprobe}, in processes of their own: a crash of native code takes down one
 * segment and no build, and the same command can be repeated by hand. Nothing of FFmpeg is loaded into this JVM.
 */
package io.videogen.film.ffmpeg;
