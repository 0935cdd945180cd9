/** What the administrator configures: named endpoints, their limits and credentials; and how a step finds its own. */
package io.jenkins.plugins.videogen.config;
