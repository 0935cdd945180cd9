/**
 * The goals. A mojo holds parameters and nothing else: it turns them into values of {@code input}, hands them to
 * {@code run}, and lets {@code report} tell how it went.
 */
package io.videogen.maven;
