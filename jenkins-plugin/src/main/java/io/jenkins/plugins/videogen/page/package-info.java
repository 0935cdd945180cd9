/** The page of a build that plays its archived clips. */
package io.jenkins.plugins.videogen.page;
