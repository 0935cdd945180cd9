/** Drawing with FFmpeg in forked JVMs, and the Maven artifacts that this needs. No native code in the calling process. */
package io.videogen.preview.draw;
