/** What a build pays whose videos are all there. */
package io.videogen.it.bench.uptodate;
