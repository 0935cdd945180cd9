/**
 * What pages and the REST API of Jenkins show of videos: of a build that runs, of what it has archived and bought, and of a job.
 * What is exported is visible enough to stand in a build's own {@code api/json} as it is.
 */
package io.jenkins.plugins.videogen.page;
