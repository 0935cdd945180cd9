/** Simulates polling in virtual time: what a schedule costs in requests and delay over many job lengths. */
package io.videogen.it.bench.poll;
