/**
 * Many videos in one build: plans them, holds the spend guards, runs the machine of each on a few threads, and delivers
 * clips to an output folder with a manifest.
 */
package io.videogen.core.batch;
