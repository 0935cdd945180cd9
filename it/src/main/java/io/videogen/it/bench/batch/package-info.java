/** A hundred videos at once: the engine and a whole Maven run, beside openai-java. */
package io.videogen.it.bench.batch;
