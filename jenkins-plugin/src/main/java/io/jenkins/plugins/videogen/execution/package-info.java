/**
 * Hosts {@code core}'s render machine inside a build: persists its state, waits without a thread or an executor, and
 * finds out what the build, or another one, has paid for already, so that each request is paid once.
 *
 * <p>Types of {@code core} never cross a serialisation border: state travels as text.
 */
package io.jenkins.plugins.videogen.execution;
