/** The embedded preview: what it needs to draw comes through Maven's resolver, its server lives as long as the run. */
package io.videogen.maven.preview;
