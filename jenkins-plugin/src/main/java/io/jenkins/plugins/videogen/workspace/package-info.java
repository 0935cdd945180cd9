/** Brings clips into a workspace, on whatever machine it is, and never outside it. */
package io.jenkins.plugins.videogen.workspace;
