/**
 * What the whole build declares, beyond the one execution that Maven is running: modules and executions, the
 * configuration that the lifecycle would give each, names and limits that hold for all of them, and what they share
 * while the build runs.
 */
package io.videogen.maven.build;
