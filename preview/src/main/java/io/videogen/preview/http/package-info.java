/** Plumbing over the JDK's HTTP server: requests read within bounds, replies as values, byte ranges. */
package io.videogen.preview.http;
