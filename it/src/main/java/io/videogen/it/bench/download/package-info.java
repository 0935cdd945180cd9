/** A verified download beside curl. */
package io.videogen.it.bench.download;
