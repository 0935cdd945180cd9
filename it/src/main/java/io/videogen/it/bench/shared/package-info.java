/** What a store of many machines costs: requests, and the time that machines wait for each other. */
package io.videogen.it.bench.shared;
