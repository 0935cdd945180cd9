/**
 * Benchmarks: what the tool adds to the provider's own time, beside what others do in the same run. Started by the
 * profile {@code benchmark}; the README beside this file explains each, and tells what it showed.
 */
package io.videogen.it.bench;
