/**
 * Hosts {@code core}'s render machine inside a build: persists its state, waits without a thread or an executor, and
 * keeps the record of the build's jobs so that each request is paid once a build.
 *
 * <p>Types of {@code core} never cross a serialisation border: state travels as text.
 */
package io.jenkins.plugins.videogen.execution;
