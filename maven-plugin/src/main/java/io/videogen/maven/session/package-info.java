/** What Maven's session knows: folders, environment variables, credentials and proxies of settings.xml. */
package io.videogen.maven.session;
