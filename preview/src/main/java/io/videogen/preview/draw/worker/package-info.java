/** What runs inside the forked JVM: lays out the card, draws it and encodes it with FFmpeg. Needs no Jackson. */
package io.videogen.preview.draw.worker;
