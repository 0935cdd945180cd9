/**
 * What users write: the pipeline step {@code generateVideo} and the build step of freestyle jobs.
 *
 * <p>The packages below: {@code config} (endpoints and credentials), {@code execution} (hosts the engine of {@code core}
 * inside a build), {@code workspace} (clips into workspaces, on agents), {@code page} (the build's page of clips).
 */
package io.jenkins.plugins.videogen;
