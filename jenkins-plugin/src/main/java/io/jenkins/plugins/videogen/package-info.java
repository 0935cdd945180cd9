/**
 * What users write: the pipeline step {@code generateVideo} and the build step of freestyle jobs.
 *
 * <p>The packages below know nothing of these classes, but for the field in which a running step is kept on disk: {@code
 * config} (endpoints and credentials, with {@code folder} for those of folders), {@code execution} (hosts the engine of
 * {@code core} inside a build), {@code workspace} (clips into workspaces, on agents), {@code shared} (clips and jobs that
 * builds share), {@code spending} (what may be bought), {@code retry} (conditions of pipelines), {@code http} (the
 * controller's way out), {@code page} (the build's page of clips).
 */
package io.jenkins.plugins.videogen;
