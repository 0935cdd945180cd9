/**
 * The port between the engine and a remote API: create, poll, look up, cancel, with outcomes that keep apart what must
 * not be confused when money is at stake.
 */
package io.videogen.core.remote;
