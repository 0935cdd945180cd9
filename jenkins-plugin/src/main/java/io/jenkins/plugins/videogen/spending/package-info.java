/**
 * What builds of this Jenkins spend: what a video costs by the administrator's prices, how much may be bought a day, on the
 * whole and below a folder, and what has been. The days are files under {@code JENKINS_HOME/videogen/spending}, so that a
 * restart forgets nothing.
 */
package io.jenkins.plugins.videogen.spending;
