/** What a first use downloads. */
package io.videogen.it.bench.footprint;
