/** Runs a request on core's engine: the remote side at an endpoint, interrupts, attached artifacts. */
package io.videogen.maven.run;
