/** A hundred videos at an API that is far away: the engine and a whole Maven run, beside openai-java. */
package io.videogen.it.bench.distance;
