/**
 * One small adapter per remote API: which fields it has, how a create request is written, where a job is polled and
 * where its bytes are. Adapters do no I/O and know nothing of the engine.
 */
package io.videogen.core.api;
