/**
 * One small adapter per remote API: which fields it has, its whole calls from create to cancel, how its token is shown,
 * and what its replies mean where they do not mean what any API's do. Adapters do no I/O and know nothing of the engine;
 * what they hand out is sent and judged in {@code remote}, read in {@code reply}.
 */
package io.videogen.core.api;
