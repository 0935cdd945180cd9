/**
 * Endpoints of a folder, for the jobs in it. The one package that needs the Folders plugin: without that, Jenkins skips its
 * extensions, and nothing else names its classes.
 */
package io.jenkins.plugins.videogen.folder;
