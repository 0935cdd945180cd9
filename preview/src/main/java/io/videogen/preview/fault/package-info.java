/** A TCP proxy that breaks connections in ways that an HTTP server cannot. */
package io.videogen.preview.fault;
