/**
 * How a run is told to people: events become log lines, or one live line per job on a terminal; the report becomes a
 * summary; errors become the exception that Maven shows.
 */
package io.videogen.maven.report;
