/** What happens, told to front ends as values; each front end turns them into its own log lines. */
package io.videogen.core.event;
