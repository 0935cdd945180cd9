/** Very many jobs that wait at once. */
package io.videogen.it.bench.waiting;
