/**
 * What went wrong, as {@code retry(conditions: …)} of Pipeline tells errors from one another. Only the conditions need
 * Pipeline's API plugin, which a Jenkins with freestyle jobs alone may not have; the exception is for every host.
 */
package io.jenkins.plugins.videogen.retry;
