/** The preview server: {@link io.videogen.preview.PreviewServer} speaks the video APIs on loopback and draws the clips. */
package io.videogen.preview;
