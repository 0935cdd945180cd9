/** What a preview clip is (size, duration, text) and who paints it. */
package io.videogen.preview.clip;
