/**
 * What the builds of this Jenkins share, so that a video is paid for once and not once a build: finished clips. Files of
 * {@code core}'s store under {@code JENKINS_HOME/videogen}, so that they outlive builds and restarts.
 */
package io.jenkins.plugins.videogen.shared;
