/**
 * What Maven's session knows: folders, environment variables, credentials and proxies of settings.xml, and what its
 * resolver gets at need.
 */
package io.videogen.maven.session;
