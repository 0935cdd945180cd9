/** Preview jobs: created, drawn in the background, finished by the clock, forgotten with their server. */
package io.videogen.preview.job;
