/** The other side of a benchmark: what a build would do with openai-java alone. */
package io.videogen.it.openai;
