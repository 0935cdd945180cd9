/** The controller's way out to endpoints: for renders, and for an administrator who tests an endpoint. */
package io.jenkins.plugins.videogen.http;
