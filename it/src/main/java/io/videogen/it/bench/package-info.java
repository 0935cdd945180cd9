/**
 * Benchmarks: what the tool adds to the provider's own time, beside what others do in the same run. Started by the
 * profile {@code benchmark}; {@code docs/performance.md} explains each.
 */
package io.videogen.it.bench;
